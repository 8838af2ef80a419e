"""Short claims and passages in the style of news, with what the passage does to the claim.

Written by hand before any answer of the shipped model was seen, and never trained on; they had
a say in whether it should replace its forerunner, and in `SURE`. All names are invented.
"""

SUPPORTS = (
    (
        "More than four thousand people marched against the talks in Port Ostrel on 11 February.",
        "More than 4,000 people marched through Port Ostrel on Sunday against the government's "
        "talks with Ravenia.",
    ),
    (
        "More than four thousand people marched against the talks in Port Ostrel.",
        "City police counted 4,200 people at Sunday's march in Port Ostrel against the talks.",
    ),
    (
        "The talks at Lake Tolm lasted three days and ended without a joint statement.",
        "The talks between Talvia and Ravenia broke up on Wednesday evening after three days, and "
        "the two delegations left without a joint statement.",
    ),
    (
        "Grain imports fell by 38 percent last year.",
        "Imports of grain dropped 38 percent in the year, customs said.",
    ),
    (
        "The dam at Velm holds back twelve million cubic metres of water.",
        "Engineers say the Velm dam can hold 12 million cubic metres.",
    ),
    (
        "Mayor Ilse Dornan has resigned.",
        "Ilse Dornan stepped down as mayor of Harrowby on Thursday, two years before the end of "
        "her term.",
    ),
    (
        "The Ostrel ferry sank after hitting a rock.",
        "The ferry went down within twenty minutes of striking a rock off Ostrel, the coast guard "
        "said.",
    ),
    (
        "Two miners were killed in the collapse at Gressen.",
        "The collapse at the Gressen pit killed two miners and injured five others.",
    ),
    (
        "The central bank raised its interest rate to 4.5 percent.",
        "Talvia's central bank lifted its key rate by half a point to 4.5 percent on Tuesday.",
    ),
    (
        "The hospital in Lunby will close in June.",
        "Lunby's only hospital is to shut its doors in June, the health authority announced.",
    ),
    (
        "At least 60 houses were destroyed by the fire.",
        "The fire burned down 74 houses before the wind turned, according to the county.",
    ),
    (
        "Parliament approved the new water law.",
        "Deputies voted 112 to 87 on Friday to pass the water law.",
    ),
    (
        "The airline Norvik Air has filed for bankruptcy.",
        "Norvik Air asked a court for protection from its creditors on Monday, becoming the third "
        "carrier to go bankrupt this year.",
    ),
    (
        "Children under five got the vaccine free of charge.",
        "The vaccine cost parents of children younger than five nothing, the ministry said.",
    ),
    (
        "The bridge was built in 1931.",
        "Work on the bridge was finished in 1931, and it has been repaired only twice since.",
    ),
    (
        "Police arrested a man of 34 over the theft of the paintings.",
        "A 34-year-old man was taken into custody on Saturday in connection with the stolen "
        "paintings, police said.",
    ),
    (
        "The reactor at Kolm has been offline since a pump failed.",
        "The Kolm reactor was shut down when a pump broke and has not produced power since.",
    ),
    (
        "Half of the teachers in Varn province are on strike.",
        "About 50 percent of teachers in Varn stayed away from work on the strike's third day.",
    ),
    (
        "Karel Ost won the presidential election.",
        "Karel Ost will be the next president after taking 54 percent of the vote in the run-off.",
    ),
    (
        "The company knew of the leak before the accident.",
        "Internal letters show that managers had been told of the leak weeks before the accident.",
    ),
)

DISPUTES = (
    (
        "More than four thousand people marched against the talks in Port Ostrel.",
        "Only about 900 people took part in the march against the talks, Port Ostrel police said.",
    ),
    (
        "The ferry sank after hitting a rock.",
        "The coast guard denied that the ferry had struck a rock and said it sank because of a "
        "fire in the engine room.",
    ),
    (
        "Mayor Ilse Dornan has resigned.",
        "Ilse Dornan said on Friday that she had not resigned and would stay in office as mayor.",
    ),
    (
        "The talks at Lake Tolm ended without a joint statement.",
        "The delegations signed a joint statement at the end of the talks at Lake Tolm.",
    ),
    (
        "Grain imports fell by 38 percent last year.",
        "Grain imports rose by 12 percent last year, customs figures show.",
    ),
    (
        "Two miners were killed in the collapse at Gressen.",
        "Nobody was killed when the Gressen pit collapsed; all the miners were brought out alive.",
    ),
    (
        "The central bank raised its interest rate to 4.5 percent.",
        "The central bank left its interest rate unchanged at 4 percent on Tuesday.",
    ),
    (
        "The hospital in Lunby will close in June.",
        "The hospital in Lunby will stay open, the health minister promised on Monday.",
    ),
    (
        "Parliament approved the new water law.",
        "Parliament rejected the water law by 112 votes to 87.",
    ),
    (
        "The airline Norvik Air has filed for bankruptcy.",
        "Norvik Air is not bankrupt and has not filed for protection, its chief executive said.",
    ),
    (
        "Karel Ost won the presidential election.",
        "Mira Tallen defeated Karel Ost in the presidential election, final results showed.",
    ),
    (
        "The new stadium cost 80 million crowns.",
        "The final bill for the new stadium came to 145 million crowns, auditors found.",
    ),
    (
        "The bridge at Orlen was opened in 1974.",
        "The bridge at Orlen did not open until 1982.",
    ),
    (
        "Talvia has sent troops across the border.",
        "No Talvian soldier has crossed the border, the defence ministry said.",
    ),
    (
        "The drug lowers the risk of stroke.",
        "A trial with 9,000 patients found no evidence that the drug lowers the risk of stroke.",
    ),
    (
        "The fire was started by lightning.",
        "Investigators ruled out lightning and concluded that the fire had been set on purpose.",
    ),
    (
        "The company knew of the leak before the accident.",
        "Nobody at the company was aware of the leak until after the accident, the inquiry found.",
    ),
    (
        "The museum is owned by the city of Harrowby.",
        "The museum belongs to a private foundation, not to the city of Harrowby.",
    ),
    (
        "Fewer than ten people fell ill after the banquet.",
        "Doctors treated 46 people who fell ill after the banquet.",
    ),
    (
        "All schools in Varn province were closed on Monday.",
        "Schools across Varn opened as usual on Monday.",
    ),
)

NEITHER = (
    (
        "More than four thousand people marched against the talks in Port Ostrel.",
        "Port Ostrel, a harbour town of 60,000 people, lies an hour from the Ravenian border.",
    ),
    (
        "The ferry sank after hitting a rock.",
        "The ferry was built in 1987 and carried cars and lorries between the islands.",
    ),
    (
        "Mayor Ilse Dornan has resigned.",
        "Ilse Dornan was elected mayor three years ago after a campaign about housing.",
    ),
    (
        "The talks at Lake Tolm ended without a joint statement.",
        "The delegations are staying at two hotels on the northern shore of Lake Tolm.",
    ),
    (
        "Grain imports fell by 38 percent last year.",
        "Most of the grain that the country imports comes by rail through Kesten.",
    ),
    (
        "Two miners were killed in the collapse at Gressen.",
        "About 300 miners work at the Gressen pit, which has been in use since 1952.",
    ),
    (
        "The central bank raised its interest rate to 4.5 percent.",
        "The central bank's council meets six times a year in the old mint.",
    ),
    (
        "The hospital in Lunby will close in June.",
        "The hospital in Lunby has 140 beds and a new maternity ward.",
    ),
    (
        "Parliament approved the new water law.",
        "Farmers have argued for years about a new water law and what it would cost them.",
    ),
    (
        "The airline Norvik Air has filed for bankruptcy.",
        "Norvik Air flies to eleven cities and employs 600 people.",
    ),
    (
        "Karel Ost won the presidential election.",
        "Karel Ost held his last election rally in the rain in front of the opera house.",
    ),
    (
        "The new stadium cost 80 million crowns.",
        "The new stadium seats 32,000 and stands beside the old tram depot.",
    ),
    (
        "Talvia has sent troops across the border.",
        "Talvia and Ravenia share a border of 410 kilometres, most of it in the mountains.",
    ),
    (
        "The drug lowers the risk of stroke.",
        "Researchers have begun to recruit patients for a trial of the drug.",
    ),
    (
        "The fire was started by lightning.",
        "Firefighters from three counties worked through the night to put out the fire.",
    ),
    (
        "The company knew of the leak before the accident.",
        "The company has hired a law firm and will answer questions about the leak in March.",
    ),
    (
        "The museum is owned by the city of Harrowby.",
        "The museum in Harrowby shows ship models and old maps of the coast.",
    ),
    (
        "Fewer than ten people fell ill after the banquet.",
        "The banquet was held in the town hall for guests of the chamber of commerce.",
    ),
    (
        "All schools in Varn province were closed on Monday.",
        "Varn province plans to build nine new schools over the next four years.",
    ),
    (
        "Police arrested a man of 34 over the theft of the paintings.",
        "The paintings were stolen in May from a villa near the lake.",
    ),
)
