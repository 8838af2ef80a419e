"""The prose of `prose.py` in other languages, and a text on the same event that is none of it."""

HARBOUR_RU = """\
Портовый совет Линдесунна во вторник проголосовал за то, чтобы закрыть на зиму старый паромный \
причал: водолазы обнаружили, что одиннадцать из сорока его дубовых свай изъедены корабельным \
червём.

«Мы больше не можем допустить, чтобы на этот настил ступил хоть один пассажир», — сказала \
начальница порта Ингрид Сольвей, которая добивалась проверки с весны. Новые сваи она оценила в \
3,2 миллиона крон и сказала, что работы продлятся до конца мая.

Жителей дальних островов будут возить автобусом от контейнерного причала, это крюк в двадцать \
пять минут. Объединение островитян назвало решение запоздалым, но верным."""

HARBOUR_DE = """\
Der Hafenrat von Lindesund hat am Dienstag beschlossen, den alten Fähranleger über den Winter zu \
schließen. Taucher hatten festgestellt, dass elf seiner vierzig Eichenpfähle vom Schiffsbohrwurm \
zerfressen sind.

„Wir dürfen keinen einzigen Fahrgast mehr auf dieses Deck lassen“, sagte die Hafenmeisterin \
Ingrid Solvei, die seit dem Frühjahr eine Untersuchung verlangt hatte. Neue Pfähle kosten nach \
ihren Worten 3,2 Millionen Kronen, und die Arbeiten dauern bis Ende Mai.

Pendler von den äußeren Inseln werden mit dem Bus vom Containerkai befördert, ein Umweg von \
fünfundzwanzig Minuten. Der Verband der Inselbewohner nannte die Entscheidung spät, aber richtig."""

HARBOUR_SAME_EVENT_DE = """\
Der alte Anleger in Lindesund bleibt bis zum Sommer gesperrt. Wer auf den Inseln wohnt, muss sich \
auf Busse einstellen und braucht fast eine halbe Stunde länger in die Stadt.

Im Rathaus heißt es, man habe seit Jahren zu wenig Geld in die Anlagen am Wasser gesteckt. Die \
Opposition verlangt nun einen Bericht darüber, wer die Warnungen der Hafenmeisterin Solvei \
übersehen hat.

Am Kai sitzt der Rentner Olaf Brandt und sieht den Tauchern zu. Früher seien hier jeden Morgen \
dreihundert Leute ausgestiegen, sagt er, heute höre man nur noch die Möwen."""

ORCHARD_RU = """\
Садоводы долины Меррен ждут самого скудного урожая яблок за девятнадцать лет. Сильный ночной \
мороз в последнюю неделю апреля погубил цвет на двух третях деревьев, а июльский град побил то, \
что осталось.

Томас Брек, у которого шестьдесят гектаров над рекой, сказал, что почти все свои плоды продаст \
на сок. «Никто не хочет видеть на столе яблоко в шрамах, каким бы сладким оно ни было», — \
говорит он.

Областная палата попросила отсрочить выплаты по займам. В министерстве ответили, что решение \
примут, когда подсчитают убытки, и не раньше ноября."""
