"""The techniques that wording can show, after a published taxonomy, each in words for a reader.

The names are those of Da San Martino et al., "Fine-Grained Analysis of Propaganda in News
Articles" (EMNLP 2019), SemEval-2020 task 11 (Da San Martino et al., 2020) and SemEval-2023
task 3 (Piskorski et al., 2023). Their annotated texts were not used. That words fit a technique
says nothing about the one who wrote them, nor about whether what they say is so.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

NAME_CALLING: Final = "name_calling"
LOADED_LANGUAGE: Final = "loaded_language"
EXAGGERATION: Final = "exaggeration"
DOUBT: Final = "doubt"
REPETITION: Final = "repetition"

TECHNIQUES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        NAME_CALLING: ("name calling", "a label for people in place of what they did"),
        LOADED_LANGUAGE: ("loaded language", "a word with strong feeling in it"),
        EXAGGERATION: ("exaggeration or playing down", "larger or smaller than can be shown"),
        DOUBT: ("casting doubt", "distance from a word or a person without saying why"),
        "appeal_to_fear": ("appeal to fear", "what will happen to you if not"),
        "flag_waving": ("flag-waving", "one’s nation or group given as the reason"),
        "slogans": ("slogan", "a short phrase made for repeating"),
        REPETITION: ("repetition", "the same loaded words again and again in this article"),
        "whataboutism": ("whataboutism", "an answer that points at what others did"),
        "causal_oversimplification": ("one cause for everything", "a single cause where more act"),
        "black_and_white": ("only two choices", "two ways offered as if there were no third"),
        "thought_terminating_cliche": ("a phrase that ends the talk", "closes a question"),
        "appeal_to_popularity": ("appeal to what everyone thinks", "many believe it"),
        "appeal_to_authority": ("appeal to authority", "experts or science without a name"),
        "obfuscation": ("unnamed crowd", "people who are not named are made to say it"),
    }
)
"""For each technique its name in a reader's words, and in short what makes it one."""


def name_technique(technique: str) -> str:
    """The technique in a reader's words; a name that is not of the taxonomy as it is."""
    return TECHNIQUES[technique][0] if technique in TECHNIQUES else technique.replace("_", " ")
