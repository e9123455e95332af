#include "names.hpp"

#include "persons.hpp"
#include "reading.hpp"
#include "texts.hpp"
#include "titles.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::extract;

namespace {

struct Read {
  Article article;
  Document document;
  std::vector<NameMention> names;
  std::vector<Person> persons;

  explicit Read(const std::string& text) {
    article.text = text;
    document = read_document(article, test::lexicon());
    names = find_names(document);
    persons = find_persons(document, names);
  }

  std::vector<std::string> all() const {
    std::vector<std::string> out;
    for (const auto& person : persons) out.push_back(person.name);
    std::sort(out.begin(), out.end());
    return out;
  }

  const Person& only() const {
    REQUIRE(persons.size() == 1);
    return persons[0];
  }
};

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("rank, office and country stand before a name", "[extract][titles]") {
  const Read read(
      "Then the First Deputy Minister of Defense – Chief of the General Staff of the Georgia Army, Colonel General "
      "Otar "
      "Lominadze spoke.");
  CHECK(read.only().name == "Otar Lominadze");
  CHECK(read.only().rank == "Colonel General");
  CHECK(read.only().country == "GE");
  CHECK(read.only().office.find("First Deputy Minister of Defense – Chief of the General Staff") == 0);
}

TEST_CASE("an office may stand behind the name", "[extract][titles]") {
  const Read read("Marta Kovacs, Hungary's Minister of National Defence, said so.");
  CHECK(read.only().country == "HU");
  CHECK(read.only().office == "Minister of National Defence");
}

TEST_CASE("an ambassador is of the country that sends him", "[extract][titles]") {
  CHECK(Read("The Ambassador of Norway to Kenya Lars Holm spoke.").only().country == "NO");
  CHECK(Read("(a) Prime Minister Lars Holm of Norway").only().country == "NO");
  CHECK(Read("U.S. Ambassador to Peru John Hale spoke.").only().country == "US");
  CHECK(Read("NATO Secretary General Jan Holm spoke.").only().country == "NATO");
}

TEST_CASE("one plural office is shared by a list of names, each with his country", "[extract][titles]") {
  const Read read("The defense ministers of Chad, Peru and Norway - Idris Baba, Luis Rojas and Lars Holm - met.");
  REQUIRE(read.persons.size() == 3);
  CHECK(read.persons[0].country == "TD");
  CHECK(read.persons[1].country == "PE");
  CHECK(read.persons[2].country == "NO");
  for (const auto& person : read.persons) CHECK(person.office == "defense minister");
}

TEST_CASE("a list of titled names does not run together", "[extract][titles]") {
  const Read read(
      "Chief of Staff General Ahmet Demir, Naval Forces Commander Admiral Can Kaya and Governor Efe Ak came.");
  CHECK(read.all() == Texts{"Ahmet Demir", "Can Kaya", "Efe Ak"});
}

TEST_CASE("names have particles, initials, hyphens and suffixes", "[extract][names]") {
  CHECK(Read("President Ursula von der Linden spoke.").all() == Texts{"Ursula von der Linden"});
  CHECK(Read("Prince Khalid bin Fahad spoke.").all() == Texts{"Khalid bin Fahad"});
  CHECK(Read("Secretary John Q. Hale III spoke.").all() == Texts{"John Q. Hale III"});
  CHECK(Read("Defense Secretary Carlo Reyes, Jr. spoke.").all() == Texts{"Carlo Reyes, Jr."});
  CHECK(Read("Foreign Minister Kim Dong-wook spoke.").all() == Texts{"Kim Dong-wook"});
  CHECK(Read("Minister Jean-Luc Béart spoke.").all() == Texts{"Jean-Luc Béart"});
}

TEST_CASE("the namesake of a place or a ship is no person", "[extract][names]") {
  CHECK(Read("They met in the Anna Novak Center.").all().empty());
  CHECK(Read("The destroyer USS John Hale sailed from Camp Hendricks.").all().empty());
  CHECK(Read("They landed at Peter Novak International Airport.").all().empty());
}

TEST_CASE("the author and the photographer are no persons", "[extract][names]") {
  CHECK(Read("By Anna Novak\n\nThe minister spoke.").all().empty());
  CHECK(Read("Photo: Anna Novak / Press service\n\nThe minister spoke.").all().empty());
}

TEST_CASE("surnames and initials mean the person whose full name was told", "[extract][coreference]") {
  const Read read("Defense Minister Zaur Hasanli came. Z. Hasanli spoke. Hasanli left. General Z.Hasanli wrote.");
  CHECK(read.all() == Texts{"Zaur Hasanli"});
  CHECK(read.only().mentions.size() == 4);
}

TEST_CASE("namesakes are told apart by their titles", "[extract][coreference]") {
  const Read read("President Ilgar Aliyli sent Minister Murad Aliyli. Minister Aliyli left. President Aliyli stayed.");
  REQUIRE(read.persons.size() == 2);
  CHECK(read.names[2].person == read.names[1].person);
  CHECK(read.names[3].person == read.names[0].person);
}

TEST_CASE("the family name may stand first or last", "[extract][coreference]") {
  CHECK(Read("Minister Mori Haruto spoke. Haruto Mori left. Minister Mori wrote.").persons.size() == 1);
}

TEST_CASE("somebody whose greetings or grave are told of stands outside", "[extract][names]") {
  CHECK(Read("He visited the grave of Anna Novak.").only().only_outside);
  CHECK(Read("He conveyed the greetings of President Anna Novak.").only().only_outside);
  CHECK_FALSE(Read("He met with President Anna Novak.").only().only_outside);
}

TEST_CASE("a month that is a given name begins a name", "[extract][names]") {
  CHECK(test::persons_of("Lars Holm met Jan Berg.") == std::vector<std::string>{"Jan Berg", "Lars Holm"});
  CHECK(test::persons_of("In Jan Lars Holm met Nils Berg.") == std::vector<std::string>{"Lars Holm", "Nils Berg"});
}

TEST_CASE("a small particle behind a word of respect belongs to the name", "[extract][names]") {
  CHECK(test::persons_of("Luis de Rojas met Lars Holm. Mr. de Rojas spoke.") ==
        std::vector<std::string>{"Lars Holm", "Luis de Rojas"});
}

TEST_CASE("letters of an office before a surname lead to who holds it, named in full only afterwards",
          "[extract][names]") {
  CHECK(test::persons_of("PM Holm met Nils Berg. Prime Minister Lars Holm spoke.") ==
        std::vector<std::string>{"Lars Holm", "Nils Berg"});
  CHECK(test::persons_of("FM Holm met Nils Berg. Foreign Minister Lars Holm spoke.") ==
        std::vector<std::string>{"Lars Holm", "Nils Berg"});
}

TEST_CASE("a letter within a name is an initial, though it is a number behind one", "[extract][names]") {
  CHECK(test::persons_of("Minister Arun Sethi met Secretary Vikram V Rao.") ==
        std::vector<std::string>{"Arun Sethi", "Vikram V Rao"});
  CHECK(test::persons_of("Minister Arun Sethi met Chairman DRDO Dr Vikram V Rao.") ==
        std::vector<std::string>{"Arun Sethi", "Vikram V Rao"});
  CHECK(test::persons_of("King Aldo V met Minister Arun Sethi.") == std::vector<std::string>{"Aldo V", "Arun Sethi"});
}
