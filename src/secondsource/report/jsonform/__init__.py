"""The report as JSON, with the names that other programs rely on.

Every function returns objects ready for `json.dumps`; nothing is left out that the report
holds. Offsets count Unicode code points of the article's `text`, half-open.
"""
