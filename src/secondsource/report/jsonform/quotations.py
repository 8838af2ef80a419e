"""Quotations as JSON: their forms, who prints them, and what collections have of them."""

from secondsource.article import Span
from secondsource.factcheck.entry import EntryMatch, LookUp, QuotationFinding
from secondsource.jsonvalues import JsonObject, JsonValue
from secondsource.reading.quotations.compare import Comparison
from secondsource.reading.quotations.forms import Form, Print, QuotationGroup


def finding_quotation_json(finding: QuotationFinding) -> JsonObject:
    """A quotation of an article, its forms in the archive, and what collections have."""
    return {
        **_places_json(finding.pieces),
        "text": finding.text,
        "speaker": finding.speaker,
        "forms": group_json(finding.group)["forms"] if finding.group else [],
        "speakers": _speakers_json(finding.group) if finding.group else [],
        "families": finding.group.families if finding.group else 0,
        "earliest": _earliest_json(finding.group) if finding.group else None,
        "looked_up": _look_up_json(finding.looked_up) if finding.looked_up else None,
    }


def group_json(group: QuotationGroup) -> JsonObject:
    """One quotation in its forms; `families` counts who prints it, copies once."""
    return {
        "text": group.forms[0].words.text,
        "families": group.families,
        "kinds": {kind.value: count for kind, count in group.kinds.items()},
        "speakers": _speakers_json(group),
        "earliest": _earliest_json(group),
        "forms": [_form_json(form) for form in group.forms],
        "forms_left_out": group.left_out,
    }


def _form_json(form: Form) -> JsonObject:
    return {
        "text": form.words.text,
        "families": form.families,
        "translated": form.first.translated or None,
        "noted": [touched.value for touched in form.noted],
        "reference": form.reference if form.against else None,
        **(_comparison_json(form.against) if form.against else {"kinds": [], "edits": []}),
        "prints": [_print_json(each) for each in form.prints],
    }


def _comparison_json(comparison: Comparison) -> JsonObject:
    return {
        "kinds": [kind.value for kind in sorted(comparison.kinds)],
        "coverage": round(comparison.coverage, 3),
        "words_cut_at_ends": comparison.lost_ends,
        "words_more_at_ends": comparison.gained_ends,
        "edits": [
            {
                "touched": edit.touched.value,
                "before": edit.before,
                "after": edit.after,
                "marked": edit.marked,
            }
            for edit in comparison.edits
        ],
    }


def _print_json(each: Print) -> JsonObject:
    return {
        "article": each.article,
        "outlet": each.outlet,
        "published": each.published,
        "language": each.language,
        "speaker": each.speaker,
        "family": each.family,
        **_places_json(each.pieces),
    }


def _places_json(pieces: tuple[Span, ...]) -> JsonObject:
    return {
        "span": {"start": pieces[0].start, "end": pieces[-1].end},
        "pieces": [{"start": piece.start, "end": piece.end} for piece in pieces],
    }


def _speakers_json(group: QuotationGroup) -> list[JsonValue]:
    return [
        {"names": list(each.names), "articles": [p.article for p in each.prints]}
        for each in group.speakers
    ]


def _earliest_json(group: QuotationGroup) -> JsonValue:
    first = min(group.prints, key=lambda p: p.when)
    return _print_json(first) if first.published else None


def _look_up_json(looked_up: LookUp) -> JsonObject:
    return {
        "quotations": looked_up.quotations,
        "people": looked_up.people,
        "by_person": looked_up.by_person,
        "matches": [_match_json(match) for match in looked_up.matches],
    }


def _match_json(match: EntryMatch) -> JsonObject:
    entry = match.entry
    return {
        "collection": match.collection,
        "person": entry.person,
        "text": entry.text,
        "section": entry.section.value,
        "heading": entry.heading,
        "sources": list(entry.sources),
        "years": list(entry.years),
        "language": entry.language,
        "kind": match.kind.value,
        "score": round(match.score, 3),
        "same_person": match.same_person,
        "edits": _comparison_json(match.comparison)["edits"] if match.comparison else [],
    }
