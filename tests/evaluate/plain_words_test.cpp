#include "plain_words.hpp"

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("case, diacritics and punctuation are taken away", "[evaluate]") {
  CHECK(plain_words("Yaşar  GÜLER") == "yasar guler");
  CHECK(plain_words(" Həsənov-oğlu, Z. ") == "hasanov oglu z");
  CHECK(plain_words("İı Ø Ł Đ ß æ þ") == "ii o l d ss ae th");
  CHECK(plain_words("O’Neill and Oʼneill") == "o neill and o neill");
  CHECK(plain_words("ﬁrst ½ Ⅳ") == "first 1 2 iv");
  CHECK(plain_words("Владимир") == "владимир");  // not transliterated
  CHECK(plain_words("–!").empty());
  CHECK(plain_words("").empty());
}

TEST_CASE("words are counted", "[evaluate]") {
  CHECK(num_words("") == 0);
  CHECK(num_words("a") == 1);
  CHECK(num_words("a b c") == 3);
}

TEST_CASE("names are compatible by surname and given name or initial", "[evaluate]") {
  CHECK(compatible_names("hasanov", "zakir hasanov"));
  CHECK(compatible_names("z hasanov", "zakir hasanov"));
  CHECK(compatible_names("zakir asker hasanov", "z hasanov"));
  CHECK(compatible_names("ж иванов", "жан иванов"));
  CHECK_FALSE(compatible_names("y hasanov", "zakir hasanov"));
  CHECK_FALSE(compatible_names("za hasanov", "zakir hasanov"));
  CHECK_FALSE(compatible_names("zakir", "zakir hasanov"));
  CHECK_FALSE(compatible_names("", ""));
}

TEST_CASE("wordings agree where one contains the other in whole words", "[evaluate]") {
  CHECK(wordings_agree("Defence Minister", "the defence minister of X"));
  CHECK(wordings_agree("Bakı şəhəri", "bakı"));
  CHECK_FALSE(wordings_agree("Defence Min", "Defence Minister"));
  CHECK_FALSE(wordings_agree("", "Minister"));
  CHECK_FALSE(wordings_agree("Minister", ""));
}

TEST_CASE("codes are the same whatever the case", "[evaluate]") {
  CHECK(same_code("az", "AZ"));
  CHECK(same_code("Nato", "NATO"));
  CHECK_FALSE(same_code("AZ", "AM"));
  CHECK_FALSE(same_code("", "AZ"));
}
