import pytest

from secondsource.language import detect_language, guess_language

# One sentence each, written for this table.
SENTENCES = {
    "en": "The harbour council has said that it will not pay for the boats that were lost.",
    "ru": "Портовый совет заявил, что не будет платить за лодки, которые были потеряны в бурю.",
    "uk": "Портова рада заявила, що не буде платити за човни, які були втрачені під час бурі.",
    "be": "Партовая рада заявіла, што не будзе плаціць за лодкі, якія былі страчаны ў буру.",
    "de": "Der Hafenrat hat gesagt, dass er nicht für die Boote zahlen wird, die verloren sind.",
    "fr": "Le conseil du port a dit qu'il ne paiera pas pour les bateaux qui ont été perdus.",
    "es": "El consejo del puerto ha dicho que no va a pagar por los barcos que se han perdido.",
    "pl": "Rada portu powiedziała, że nie będzie płacić za łodzie, które się zgubiły w burzy.",
    "kk": "Порт кеңесі дауылда жоғалған қайықтар үшін ақша төлемейді деп мәлімдеді және бұл жаңа.",
    "tr": "Liman meclisi, fırtınada kaybolan tekneler için para ödemeyeceğini ve bu konuda daha "
    "çok bilgi vereceğini söyledi.",
    "ar": "قال مجلس الميناء إنه لن يدفع ثمن القوارب التي ضاعت في العاصفة.",
    "zh": "港口委员会表示，不会为在风暴中丢失的船只支付费用。",
    "ja": "港湾評議会は、嵐で失われた船の代金を支払わないと述べた。",
}


@pytest.mark.parametrize(("language", "sentence"), SENTENCES.items())
def test_language_is_told(language: str, sentence: str) -> None:
    assert detect_language(sentence) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ellery",
        "123 456 789",
        "\u200b" * 50,
        "Ellery Quill Ashby Dorin Tide Gazette " * 5,
        # Persian shares the script of Arabic and is not one of its forms.
        "شورای بندر گفت که پول قایق‌های گمشده را نمی‌پردازد و این چیز تازه‌ای نیست",
    ],
)
def test_unsure_is_none(text: str) -> None:
    assert detect_language(text) is None


def test_a_foreign_quotation_does_not_decide() -> None:
    quoted = SENTENCES["ru"] + " «The boats are late», — " + SENTENCES["ru"]
    assert detect_language(quoted) == "ru"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Мост закрыт.", "ru"),
        ("Bridge closed.", "en"),
        ("", "en"),
        (SENTENCES["uk"], "uk"),
        (SENTENCES["de"], "de"),
    ],
)
def test_a_text_too_short_to_tell_is_read_by_its_script(text: str, expected: str) -> None:
    assert guess_language(text) == expected
