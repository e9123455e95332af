#include <entente/core/unicode.hpp>

#include <string>

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("spelling habits fold away", "[core][unicode]") {
  CHECK(fold("Zakir Həsənov") == "zakir hasanov");
  CHECK(fold("YAŞAR GÜLER") == "yasar guler");
  CHECK(fold("Recep Tayyip Erdoğan") == "recep tayyip erdogan");
  CHECK(fold("Ercüment Tatlıoğlu") == "ercument tatlioglu");
  CHECK(fold("Jens-Peter O'Neill") == "jens peter oneill");
  CHECK(fold("  Søren   Łukasz ") == "soren lukasz");
  CHECK(fold("Сергей Шойгу") == fold("Sergej Šojgu"));
  CHECK(fold("Мұрат Нұртілеу") == "murat nurtileu");
  CHECK(fold("Қасым-Жомарт Тоқаев") == "kasym zomart tokaev");
  CHECK(fold("Ҳамидов Ҷамшед Ӯ. Ғафур") == "hamidov jamsed u gafur");
  CHECK(fold("🤝").empty());
  CHECK(slug("Zakir Həsənov") == "zakir-hasanov");
  CHECK(slug("…") == "x");
}

TEST_CASE("names are composed", "[core][unicode]") { CHECK(nfc("Gu\xCC\x88ler") == "Güler"); }

TEST_CASE("ill-formed UTF-8 becomes U+FFFD", "[core][unicode]") {
  const std::string repaired = repair_utf8("a\xFF\xC3(b\xE2\x82");
  CHECK(repaired == "a\xEF\xBF\xBD\xEF\xBF\xBD(b\xEF\xBF\xBD");
  CHECK(is_utf8(repaired));
  CHECK_FALSE(is_utf8("\xED\xA0\x80"));
  CHECK(is_utf8("Güler 🤝"));
}

TEST_CASE("texts are cut between characters", "[core][unicode]") {
  CHECK(shorten("abc", 3) == "abc");
  CHECK(shorten("ağağağağ", 8) == "ağa…");
  CHECK(is_utf8(shorten("ööööö", 6)));
  CHECK(shorten("abcdef", 2).empty());
}

TEST_CASE("nothing from the input can steer a terminal", "[core][unicode]") {
  CHECK(terminal_safe("A\x1B[31mB") == "A\\u001b[31mB");
  CHECK(terminal_safe("a\nb\tc") == "a b c");
  CHECK(terminal_safe("x\xE2\x80\xAEy") == "x\\u202ey");
  CHECK(terminal_safe("Güler") == "Güler");
}

TEST_CASE("columns on a terminal", "[core][unicode]") {
  CHECK(display_width("Güler") == 5);
  CHECK(display_width("Gu\xCC\x88ler") == 5);
  CHECK(display_width("習近平") == 6);
}
