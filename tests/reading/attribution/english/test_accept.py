"""Which candidates count as attributions, under weights made up for the test."""

from secondsource.models.cue_weights import CueWeights
from secondsource.reading.attribution.english.accept import accept, find_features, rate
from secondsource.reading.attribution.english.candidates import find_candidates
from secondsource.reading.parse import Parse, parse_texts
from secondsource.sentences import split_sentences

TEXT = "Vellin called the bridge a farce. The mayor sold the bridge to Harrow."


def _parse(text: str) -> Parse:
    return next(parse_texts([text], [split_sentences(text, "en")]))


def _cues(text: str, model: CueWeights) -> list[str]:
    parse = _parse(text)
    accepted = accept(parse, find_candidates(parse), model)
    return [parse.tokens[c.head].text for c in accepted]


def test_weights_decide() -> None:
    liking_call = CueWeights(0.0, 0.6, {"word=call": 5.0, "word=sell": -5.0})
    liking_sell = CueWeights(0.0, 0.6, {"word=call": -5.0, "word=sell": 5.0})
    assert _cues(TEXT, liking_call) == ["called"]
    assert _cues(TEXT, liking_sell) == ["sold"]


def test_one_candidate_for_each_cue() -> None:
    parse = _parse(TEXT)
    everything = CueWeights(10.0, 0.5, {})
    heads = [c.head for c in accept(parse, find_candidates(parse), everything)]
    assert len(heads) == len(set(heads))


def test_a_rating_is_a_probability() -> None:
    parse = _parse(TEXT)
    for candidate in find_candidates(parse):
        for bias in (-1e9, 0.0, 1e9):
            assert 0.0 <= rate(CueWeights(bias, 0.5, {}), parse, candidate) <= 1.0


def test_features_can_be_read() -> None:
    parse = _parse(TEXT)
    features = [f for c in find_candidates(parse) for f in find_features(parse, c)]
    assert "use=call object" in features
    assert "source=PROPN" in features
