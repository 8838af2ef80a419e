"""Pages and files that the tests read: made here, so that no sample is copied from anywhere."""

PARAGRAPHS = (
    "The harbour council met on Tuesday to talk about the price of mooring, and nobody was "
    "surprised when the meeting ended without a vote.",
    "Fishermen had filled the gallery by noon, and the harbour master counted two hundred of "
    "them, more than at any meeting since the storm of 1998.",
    'The owner of the quay says <a href="/archive/storm">the storm</a> taught the town nothing, '
    "and the council does not agree with a word of it.",
    "A second meeting is planned for the spring, when the boats will be back from the north and "
    "the price of diesel is known.",
)
JSON_LD = """{"@context": "https://schema.org", "@graph": [
 {"@type": "WebSite", "name": "Tide Watch"},
 {"@type": "NewsArticle", "headline": "Boats are late", "inLanguage": "en-GB",
  "datePublished": "2021-02-03T08:15:00+00:00",
  "author": [{"@type": "Person", "name": "Mara Quill"}, {"name": "Tom Ashby"}],
  "publisher": {"@type": "Organization", "name": "Quay Media"},
  "isBasedOn": "https://www.quay.example/original",
  "translationOfWork": {"url": "https://vestnik.example/lodki"}}]}"""


def make_page(head: str = "", body: str | None = None, lang: str = "en") -> str:
    """A page with a menu, an article and a footer."""
    paragraphs = body if body is not None else "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    return f"""<!DOCTYPE html><html lang="{lang}"><head><title>Boats are late | Tide Watch</title>
{head}</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Boats are late</h1>{paragraphs}</article>
<footer><a href="/terms">Terms</a> A footer nobody reads</footer></body></html>"""


def make_pdf(lines: list[str], info: str = "") -> bytes:
    """A PDF of one page with these lines in Latin letters."""
    rows = "".join(f"({line}) Tj 0 -16 Td " for line in lines)
    stream = f"BT /F1 12 Tf 50 700 Td {rows}ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< {info} >>",
    ]
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{len(data)}\n%%EOF"
    return data + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")
