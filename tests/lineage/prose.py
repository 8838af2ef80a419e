"""Short news prose of our own, for planting copies by hand."""

from secondsource.article import Article

HARBOUR = """\
The harbour board of Lindesund voted on Tuesday to close the old ferry pier for the winter, \
after divers found that eleven of its forty oak piles had been eaten through by shipworm.

"We cannot let a single passenger stand on that deck again," said the harbour master, Ingrid \
Solvei, who had asked for an inspection since the spring. She put the cost of new piles at \
3.2 million crowns and said that the work would take until the end of May.

Commuters from the outer islands will be carried by bus from the container quay, a detour of \
twenty-five minutes. The islanders' association called the decision late but right."""

ORCHARD = """\
Apple growers in the Merren valley expect the smallest harvest for nineteen years. A night of \
hard frost in the last week of April killed the blossom on two thirds of the trees, and the \
hail of July marked what was left.

Tomas Breck, who farms sixty hectares above the river, said he would sell nearly all of his \
fruit for juice. "Nobody wants a scarred apple on the table, however sweet it is," he said.

The regional chamber asked for deferred loan payments. The ministry answered that a decision \
would be made when the losses had been counted, not before November."""

BRIDGE = """\
Engineers reopened the northern lane of the Calder bridge at dawn, six weeks ahead of the plan. \
The contractor, Halvorsen and Dray, had promised the city a bonus-free contract and kept to it.

Inspectors measured the sag of the main span under twelve loaded lorries and found it to be \
four millimetres less than allowed. The southern lane stays shut until the new bearings, which \
are being cast in a foundry abroad, have been delivered."""

RUSSIAN = """\
Портовый совет города Линдесунна решил во вторник закрыть на зиму старый паромный причал: \
водолазы обнаружили, что одиннадцать из сорока дубовых свай изъедены корабельным червём.

Начальник порта Ингрид Сольвей, просившая о проверке с весны, оценила замену свай в три \
миллиона крон и сказала, что работы продлятся до конца мая."""

FOOTER = """\
Write to the desk of the Coast Courier at any hour: we read every letter, and we answer those \
that carry a name and an address, as our readers have known since the paper was founded."""


def article(name: str, text: str, **fields: object) -> Article:
    """An article with the given id and text."""
    return Article(name, text, **fields)  # type: ignore[arg-type]
