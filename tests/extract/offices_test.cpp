// Long offices as press services and agencies write them: each is its bearer's, wherever it stands and whatever its
// words.
#include "texts.hpp"

#include <string>

#include <catch2/catch.hpp>

using namespace entente;
using test::Circles;
using test::circles;
using test::records_of;

TEST_CASE("an office is that of who bears it", "[extract][names]") {
  const auto office = GENERATE(
      as<std::string>{}, "Secretary of the National Security and Defense Council of Ukraine",
      "Deputy Head of the Presidential Administration",
      "Head of the Main Intelligence Directorate of the Ministry of Defense",
      "First Deputy Chairman of the Board of the Military-Industrial Commission",
      "Chairman of the Committee on Foreign Affairs and Interparliamentary Relations of the Milli Majlis",
      "Chief of the Defence Staff of the Armed Forces of Nigeria", "Under Secretary of Defense for Policy",
      "Assistant Secretary of State for European and Eurasian Affairs",
      "Principal Deputy Assistant Secretary of State for South and Central Asian Affairs",
      "Special Assistant to the President and Senior Director for Europe", "Chair of the NATO Military Committee",
      "High Representative of the European Union for Foreign Affairs and Security Policy",
      "European Commissioner for Neighbourhood and Enlargement",
      "UN Special Coordinator for the Middle East Peace Process",
      "Personal Representative of the OSCE Chairperson-in-Office",
      "Director-General of the International Atomic Energy Agency", "Minister of State for Foreign Affairs",
      "Minister of State at the Ministry of Foreign Affairs",
      "Parliamentary State Secretary at the Federal Ministry of Defence",
      "State Secretary in the Ministry of National Defence", "Minister for Armed Forces and Veterans",
      "Minister for Foreign Affairs and International Cooperation", "Minister of Europe and Foreign Affairs",
      "Minister of Foreign Affairs and Worship",
      "Minister of National Defence, Veterans' Affairs and the Merchant Navy",
      "Minister of Infrastructure and Digital Development", "Minister of Regional Development and Infrastructure",
      "Minister of Emergency Situations",
      "Minister for Emergency Situations and Liquidation of Consequences of Natural Disasters",
      "Secretary for Foreign Affairs", "Permanent Secretary of the Ministry of Foreign Affairs",
      "Secretary General of the Ministry of Foreign Affairs",
      "Director of the Department for International Military Cooperation", "Director General for Political Affairs",
      "Chief of Staff of the Land Forces",
      "Chief of the General Staff of the Armed Forces of the Republic of Kazakhstan", "Commander of the Land Forces",
      "Commander-in-Chief of the Armed Forces", "Commander of the Joint Forces Command", "Chief of Naval Operations",
      "Chief of the Air Staff", "Vice Chief of the Army Staff", "Chief of Defence Force", "Chief of Joint Operations",
      "Inspector General of Police", "Director of the Foreign Intelligence Service",
      "Head of the State Security Service", "Chairman of the State Committee for National Security",
      "Chairman of the Senate Committee on Foreign Relations", "Chairman of the House Armed Services Committee",
      "Speaker of the National Assembly", "Speaker of the Council of Representatives",
      "President of the National Council of the Slovak Republic", "President of the Council of Ministers",
      "President of the Swiss Confederation", "President of the Transitional Military Council",
      "Chairman of the Sovereign Council", "Member of the Presidency of Bosnia and Herzegovina",
      "Vice-Chairman of the Central Military Commission",
      "Director of the Office of the Central Commission for Foreign Affairs",
      "Member of the Political Bureau of the CPC Central Committee", "State Councilor and Minister of National Defense",
      "General Secretary of the Communist Party of Vietnam Central Committee", "Standing Deputy Prime Minister",
      "Secretary of the Supreme National Security Council", "Adviser to the Supreme Leader for International Affairs",
      "Aide to the President",
      "Plenipotentiary Representative of the President of the Russian Federation in the Far Eastern Federal District",
      "Ambassador Extraordinary and Plenipotentiary of Japan to Georgia", "Military Attaché at the Embassy of Türkiye",
      "Defence Attaché of the French Republic", "Permanent Representative of Azerbaijan to the United Nations",
      "Head of the Delegation of the European Union to Armenia", "Governor of the Kherson Region",
      "Mayor of the City of Tbilisi", "Crown Prince and Prime Minister",
      "Deputy Prime Minister and Minister of Defence Affairs",
      "Deputy Commander-in-Chief of the Syrian Democratic Forces", "Head of Government and Minister of Foreign Affairs",
      "Acting Minister of Defence", "Foreign Affairs Adviser to the Prime Minister",
      "National Security Adviser to the President", "Cabinet Secretary for Defence",
      "Principal Secretary to the Prime Minister", "Minister of Defense and Logistics of the Armed Forces",
      "Secretary of Foreign Relations", "Minister of the Presidency for State Security",
      "Minister of International Relations and Cooperation",
      "Executive Secretary of the Commonwealth of Independent States",
      "Secretary General of the Collective Security Treaty Organization",
      "Secretary General of the Organization of Turkic States", "Secretary-General of the League of Arab States",
      "Secretary General of the Gulf Cooperation Council", "President of the African Development Bank",
      "Chairperson of the African Union Commission", "Managing Director of the International Monetary Fund");
  INFO(office);
  const Circles both{{"Maia Sandu", "Thomas Brandvold"}};
  CHECK(circles(records_of("President Maia Sandu met on Monday with " + office + " Thomas Brandvold.")) == both);
  CHECK(circles(records_of("President Maia Sandu met on Monday with the " + office +
                           ", Thomas Brandvold, in the capital.")) == both);
  CHECK(circles(records_of("President Maia Sandu met on Monday with Thomas Brandvold, " + office +
                           ", in the capital.")) == both);
  CHECK(circles(records_of("The meeting was attended by Prime Minister Dorin Recean, " + office +
                           " Zhanibek Orazaliev, and Ambassador Kelly Keiderling.")) ==
        Circles{{"Dorin Recean", "Kelly Keiderling", "Zhanibek Orazaliev"}});
}

TEST_CASE("an office of several fields is one office", "[extract][names]") {
  const auto both = records_of(
      "Minister of Foreign Affairs, African Cooperation and Expatriates, Nasser Holm, held talks with Spanish Minister "
      "of Foreign Affairs, European Union and Cooperation, Luis Rojas.");
  REQUIRE(circles(both) == Circles{{"Luis Rojas", "Nasser Holm"}});
  CHECK(test::participant(both, "Nasser Holm")->position ==
        "Minister of Foreign Affairs, African Cooperation and Expatriates");
  CHECK(circles(records_of("Minister of Energy and Mines Mohamed Holm met Minister Luis Rojas.")) ==
        Circles{{"Luis Rojas", "Mohamed Holm"}});
  CHECK(circles(records_of("Present at the meeting were the minister of Indigenous Peoples, Sonia Holm, the minister "
                           "of Environment, Marina Silva, and the governor of the state of Pará, Luis Rojas.")) ==
        Circles{{"Luis Rojas", "Marina Silva", "Sonia Holm"}});
}

TEST_CASE("two offices before one name are both that person's", "[extract][names]") {
  CHECK(circles(records_of("OSCE Chairman-in-Office, Malta's Foreign and European Affairs and Trade Minister Ian Holm, "
                           "concluded a visit. On Monday the Chairman-in-Office was received by President Maia "
                           "Sandu.")) == Circles{{"Ian Holm", "Maia Sandu"}});
}

TEST_CASE("kings and sons are named in lists", "[extract][names]") {
  CHECK(circles(records_of("President Clinton, King Hussein of Jordan and President Hosni Mubarak met in Oslo.")) ==
        Circles{{"Clinton", "Hosni Mubarak", "Hussein"}});
  CHECK(circles(records_of("President Luis Rojas received Speaker of the Jogorku Kenesh Nurlan Turgunbek uulu.")) ==
        Circles{{"Luis Rojas", "Nurlan Turgunbek uulu"}});
  CHECK(
      circles(records_of("King Hamad bin Isa Al Khalifa of Bahrain, Amir of the State of Qatar Sheikh Tamim bin Hamad "
                         "Al Thani and President Luis Rojas met in Oslo.")) ==
      Circles{{"Hamad bin Isa Al Khalifa", "Luis Rojas", "Tamim bin Hamad Al Thani"}});
}

TEST_CASE("states told one by one are those of the persons told one by one", "[extract][names]") {
  const auto text = GENERATE(
      as<std::string>{},
      "Ann Holm, Luis Rojas and Carl Berg, the presidents of Norway, Peru and Kenya, were received by Maia Sandu.",
      "Maia Sandu received the presidents of Norway, Peru and Kenya, Ann Holm, Luis Rojas and Carl Berg.",
      "Maia Sandu received the presidents of Norway Ann Holm, Peru Luis Rojas and Kenya Carl Berg.",
      "Maia Sandu met her colleagues from Norway, Peru and Kenya, Ann Holm, Luis Rojas and Carl Berg.");
  INFO(text);
  const auto told = records_of(text);
  REQUIRE(circles(told) == Circles{{"Ann Holm", "Carl Berg", "Luis Rojas", "Maia Sandu"}});
  CHECK(test::participant(told, "Ann Holm")->country == "NO");
  CHECK(test::participant(told, "Luis Rojas")->country == "PE");
  CHECK(test::participant(told, "Carl Berg")->country == "KE");
}
