#include "dates.hpp"

#include "document.hpp"
#include "texts.hpp"

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::extract;

namespace {

/// The first date of `text` as EDTF, seen from `base` and with the text at `current`; "-" where there is none.
std::string first_date(const std::string& text, const std::string& base, const std::string& current = "") {
  Article article;
  article.text = "It was so " + text + " said they.";
  const auto document = read_document(article, test::lexicon());
  for (std::uint32_t i = 0; i < document.size(); ++i) {
    if (const auto words = date_at(document, i)) {
      const auto date = resolve(*words, Date::parse(base), Date::parse(current));
      return date ? date->to_string() : "-";
    }
  }
  return "-";
}

}  // namespace

TEST_CASE("days of the calendar are read as worded", "[extract][dates]") {
  CHECK(first_date("on 18 January 2024", "2024-05-01") == "2024-01-18");
  CHECK(first_date("on January 18, 2024", "2024-05-01") == "2024-01-18");
  CHECK(first_date("on 16th Apr, 2024", "2024-05-01") == "2024-04-16");
  CHECK(first_date("on 10.05.2024", "2024-06-01") == "2024-05-10");
  CHECK(first_date("on 2024-05-10", "2024-06-01") == "2024-05-10");
  CHECK(first_date("in June 2022", "2024-06-01") == "2022-06");
  CHECK(first_date("in 2019", "2024-06-01") == "2019");
  CHECK(first_date("on July 9/2018", "2024-06-01") == "2018-07-09");
  CHECK(first_date("in 1105-14-07-2020", "2024-06-01") == "2020-07-14");
}

TEST_CASE("a day without a year is the last one", "[extract][dates]") {
  CHECK(first_date("on March 31", "2024-05-01") == "2024-03-31");
  CHECK(first_date("on November 3", "2024-05-01") == "2023-11-03");
  CHECK(first_date("in March", "2024-05-01") == "2024-03");
  CHECK(first_date("in October", "2024-05-01") == "2023-10");
  CHECK(first_date("on May 14 last year", "2025-02-18") == "2024-05-14");
  CHECK(first_date("last year on May 14", "2025-02-18") == "2024-05-14");
}

TEST_CASE("without a known year a date keeps none", "[extract][dates]") {
  CHECK(first_date("on May 21", "") == "XXXX-05-21");
  CHECK(first_date("today", "XXXX-05-21") == "XXXX-05-21");
  CHECK(first_date("on Monday", "XXXX-05-21") == "-");
}

TEST_CASE("weekdays and relative days are counted from the date published", "[extract][dates]") {
  CHECK(first_date("on Monday", "2024-12-23") == "2024-12-23");
  CHECK(first_date("on Saturday", "2024-12-23") == "2024-12-21");
  CHECK(first_date("yesterday", "2024-03-01") == "2024-02-29");
  CHECK(first_date("two days ago", "2024-03-01") == "2024-02-28");
  CHECK(first_date("last month", "2024-01-15") == "2023-12");
  CHECK(first_date("last Monday", "2024-12-23") == "2024-12-16");
  CHECK(first_date("on Monday of last week", "2024-12-25") == "2024-12-16");
  CHECK(first_date("last week", "2024-12-20") == "2024-12");
  CHECK(first_date("last week", "2024-12-03") == "2024");
  CHECK(first_date("two years ago", "2024-12-03") == "2022");
  CHECK(first_date("a day later", "2024-03-10", "2024-03-05") == "2024-03-06");
  CHECK(first_date("the same day", "2024-03-10", "2024-03-05") == "2024-03-05");
}

TEST_CASE("May is a month only where it is one", "[extract][dates]") {
  CHECK(first_date("May he rest", "2024-12-23") == "-");
  CHECK(first_date("in May", "2024-12-23") == "2024-05");
}

TEST_CASE("of several days the one published counts", "[extract][dates]") {
  CHECK(first_date("on May 17-20", "2024-05-18") == "2024-05-18");
  CHECK(first_date("on 17-20 May 2024", "2024-05-20") == "2024-05-20");
  CHECK(first_date("on May 17-20", "2024-05-21") == "2024-05");
  CHECK(first_date("on May 17-20, 2023", "2024-05-18") == "2023-05");
}

TEST_CASE("a year before a noun of meeting is that of the meeting", "[extract][dates]") {
  CHECK(first_date("his 2019 meeting", "2024-05-01") == "2019");
  CHECK(first_date("the 2018 Singapore summit", "2024-05-01") == "2018");
  CHECK(first_date("the 2018 budget", "2024-05-01") == "-");
  CHECK(first_date("Jan Holm", "2024-05-01") == "-");
}

TEST_CASE("dates are read in the forms of press services", "[extract][dates]") {
  CHECK(first_date("on 12-April-2016", "2024-05-01") == "2016-04-12");
  CHECK(first_date("on 07-Oct-2010", "2024-05-01") == "2010-10-07");
  CHECK(first_date("from 8 to 11 October 2014", "2024-05-01") == "2014-10");
  CHECK(first_date("from 8 to 11 October 2014", "2014-10-10") == "2014-10-10");
  CHECK(first_date("from October 8 to 11", "2014-10-10") == "2014-10-10");
  CHECK(first_date("this week", "2024-05-30") == "2024-05");
}

TEST_CASE("the day of publication stands in a line of its own", "[extract][dates]") {
  const std::string told = "Minister Luis Rojas met Minister Lars Holm in Oslo today.";
  const auto text =
      GENERATE_COPY("News Release\n27 Apr 07\n\n" + told, "Bureau of Information\n27-April-2007 20:04 IST\n\n" + told,
                    "Ministers share a table\nFriday, April 27, 2007\nNils Berg\n\nOSLO (AP) - " + told,
                    "Jeddah, Dhu al-Hijjah 28, 1444, April 27, 2007, SPA -- " + told);
  CAPTURE(text);
  const auto records = test::records_of(text, "");
  REQUIRE(records.size() == 1);
  REQUIRE(records.front().date.has_value());
  CHECK(records.front().date->to_string() == "2007-04-27");
}

TEST_CASE("a journey of several days dates what it brought to its month", "[extract][dates]") {
  const auto records = test::records_of(
      "Between March 3-5, Minister Luis Rojas led a delegation to Norway. He met Minister Lars Holm in Oslo.",
      "2024-03-06");
  REQUIRE(records.size() == 1);
  REQUIRE(records.front().date.has_value());
  CHECK(records.front().date->to_string() == "2024-03");
}

TEST_CASE("the day of what is told in passing is not that of the meeting", "[extract][dates]") {
  const auto records = test::records_of(
      "President Yara Costa and Premier Piet Vos met on June 3, 2024. After two hours of talks they signed a "
      "declaration on the border, reopened on May 26.");
  REQUIRE(records.size() == 1);
  CHECK(records.front().date == Date::parse("2024-06-03"));
}
