"""The report as JSON, with the names that other programs rely on.

Every function returns objects ready for `json.dumps`; nothing is left out that the report
holds. Offsets count Unicode code points of the article's `text`, half-open.
"""

from secondsource.report.jsonform.articles import article_json
from secondsource.report.jsonform.findings import coverage_json, finding_json
from secondsource.report.jsonform.lineage import family_json, lineage_json
from secondsource.report.jsonform.reading import reading_json
from secondsource.report.jsonform.whole import to_json

__all__ = [
    "article_json",
    "coverage_json",
    "family_json",
    "finding_json",
    "lineage_json",
    "reading_json",
    "to_json",
]
