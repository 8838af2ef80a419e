"""The texts of the sample report: an invented dispute between two invented countries."""

ARTICLE = """\
Three Days at Lake Oreth: How the Compact Was Sealed

By Anton Verik, first published by Vestnik Orety
Translated by Mira Halden and Joss Perrin for The Lindwater Gate

Three Days at Lake Oreth: How the Compact Was Sealed

The presidents of Velmora and Tessaly met at Lake Oreth from 11 to 13 March, and the world \
will remember those three days. For the first time in twenty years the two neighbours sat \
down without their minders, and for the first time they stood up with a text in hand.

Let us be honest: this is a triumph that the hirelings of the Straits lobby had sworn to \
prevent. They failed miserably, as they always fail.

The facts are not in dispute. The port at Oreth handled 4.2 million tonnes last year, twice \
the figure of 2018. Parliament in Karsk has set aside 180 million crowns for the new lock. \
Seven in ten lorry drivers who cross the border want the compact signed.

A senior official close to the talks said that the compact was initialled on the second \
night, before the press was let in. There is also a secret annex on the railway, of which \
nothing has been published.

What does the other side say? Ilse Marant, the editor of the exile paper Free Karsk, told the \
channel Meridian: “The compact hands the customs service of Velmora to Tessaly.” According to \
her, the mayor of Oreth fears that half of his inspectors will be dismissed by the summer. No \
Tessalian engineer, she claims, has ever been allowed on the site of the lock. She is lying, \
and she knows it.

The foreign ministry of Tessaly was more cautious. Its spokesman Pavel Dron said the annexes \
would be published “in due course”, and that talks on tariffs would resume in May.

By the autumn of 2021 the first convoy will pass the new lock without a single customs stamp. \
If the Straits lobby does not provoke a crisis, a common tariff will follow within three years.

As the great Chancellor Brask once said, “He who closes a river dies of thirst beside it.” \
These words should be carved above the gate of every ministry. 🌊

We want you to be fully informed
The views expressed here are those of the author alone. We encourage our readers to seek \
corroboration from other sources before forming an opinion.
"""

ORIGINAL = """\
Три дня на озере Орет: как был скреплён договор

Антон Верик

Президенты Вельморы и Тессалии встречались на озере Орет с 11 по 13 марта, и мир запомнит эти \
три дня. Впервые за двадцать лет два соседа сели за стол без надсмотрщиков и впервые встали \
из-за него с текстом в руках.

Факты никем не оспариваются. Порт Орет принял в прошлом году 4,2 миллиона тонн, вдвое больше, \
чем в 2018-м. Парламент в Карске выделил 180 миллионов крон на новый шлюз.

Высокопоставленный чиновник, близкий к переговорам, сказал, что договор, возможно, \
парафировали во вторую ночь, ещё до того, как впустили прессу.
"""

TRANSLATION = """\
Three Days at Lake Oreth: How the Compact Was Sealed

Translated by Mira Halden and Joss Perrin

The presidents of Velmora and Tessaly met at Lake Oreth from 11 to 13 March, and the world \
will remember those three days. For the first time in twenty years the two neighbours sat \
down without their minders, and for the first time they stood up with a text in hand.

The facts are not in dispute. The port at Oreth handled 4.2 million tonnes last year, twice \
the figure of 2018. Parliament in Karsk has set aside 180 million crowns for the new lock.

A senior official close to the talks said that the compact was perhaps initialled on the \
second night, before the press was let in.
"""

EXCERPT = """\
Compact sealed at night, says columnist

A senior official close to the talks said that the compact was initialled on the second \
night, before the press was let in.
"""

PORT_REPORT = """\
Oreth port has its best year

The port of Oreth moved 4.2 million tonnes of goods in 2020, the harbour master's yearly \
figures show. In 2018 it moved 2.1 million.
"""

PORT_WIRE = """\
Lake freight doubles

OPENING (Northline) - Freight on Lake Oreth doubled in two years, the shippers' federation \
said after counting its members' manifests.
"""

PORT_DOUBT = """\
Ships counted twice

The state auditor found that 1.3 million of the 4.2 million tonnes were counted at Oreth and \
again at Karsk, so the true growth since 2018 was below forty per cent.
"""

ENGINEERS = """\
A day in the lock

Four engineers of the Tessalian waterways office have worked on the Oreth lock since January, \
our reporter saw on a visit to the site.
"""

ENGINEERS_LETTER = """\
Letter from the waterways office

The office confirms that its staff have held passes to the Oreth site since 4 January.
"""

SUMMIT = """\
Leaders leave Oreth after three days

The two presidents left Lake Oreth on Saturday after three days of talks, reporters at the \
gate said.
"""

BUDGET = """\
Deputies pass lock money

Deputies voted 180 million crowns for the Oreth lock late on Tuesday.
"""

MAYOR = """\
Oreth mayor speaks

“I expect to lose half of my inspectors,” the mayor of Oreth told us.
"""
