#include "markup.hpp"

#include "original_bytes.hpp"

#include <cstddef>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

std::string clean(std::string_view text) { return without_markup({.text = std::string(text)}).text; }

}  // namespace

TEST_CASE("text without markup stays as it is", "[io][markup]") {
  const auto text =
      GENERATE(as<std::string>(), "", "Ada met Bo.\r\n\r\n", "18 Jammu & Kashmir Rifles", "AT&T; R&D",
               "a < b and c > d", "a <b and c", "x<y", "<3", "<", "&", "a <", "a &", "&;", "&#;", "&#x;", "&unknown;",
               "&#99999999999;", "&nbsp without its end", "<John Smith> and <Reuters>", "<ada@example.org>", "</", "<!",
               "<?", "“Güler” – é 🤝", "5 <p", "<p class=\"open", "<a <a <a", "&&&&&", "<<<<<");
  CAPTURE(text);
  const RepairedText made = without_markup({.text = text});
  CHECK(made.text == text);
  CHECK(made.repairs.empty());
}

TEST_CASE("tags go, blocks end lines and paragraphs", "[io][markup]") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"<p>One.</p><p>Two.</p>", "One.\n\nTwo."},
      {"<p>One.</p>\n\n<p>Two.</p><p></p>\n", "One.\n\nTwo."},
      {"One.<br>Two.<BR/>\nThree.<br><br />Four.", "One.\nTwo.\nThree.\n\nFour."},
      {"<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"},
      {"<b>Zakir</b> <i>Hasanov</i>, minis<wbr>ter", "Zakir Hasanov, minister"},
      {"met <a href=\"http://x.org/?a=1&b=2\" title='a > b <c>'>Bo</a>.", "met Bo."},
      {"a <b>< c</b>", "a < c"},
      {"First <em>line\nsecond</em> line", "First line\nsecond line"},
      {"<b>One.</b>\n\nTwo.", "One.\n\nTwo."},
      {"Text</div></body></html>", "Text"},
      {"Text<o:p></o:p> and <x-teaser kind=1>more</x-teaser>.", "Text and more."},
      {"Before<!-- a comment -- > <p> -->after", "Beforeafter"},
      {"One <script>if (a < b) { x(\"<p>\"); }</script>two", "One two"},
      {"One <STYLE type=x>p { }</Style >two", "One two"},
      {"One <nav>Home | News</nav>two", "One \n\ntwo"},
      {"One <svg/>two <svg>x</svg>three", "One two three"},
      {"<?xml version=\"1.0\"?>One", "One"},
      {"One &lt;b&gt;two&lt;/b&gt;", "One two"},
      {"<table><tr><td>Ada</td><td>Bo</td></tr></table>", "Ada\n\nBo"},
  }));
  CAPTURE(text);
  CHECK(clean(text) == expected);
}

TEST_CASE("what does not end loses its mark only", "[io][markup]") {
  CHECK(clean("One <!-- two <b>three</b>") == "One  two three");
  CHECK(clean("One <script>two <nav>three") == "One two \n\nthree");
}

TEST_CASE("entities are decoded", "[io][markup]") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"Foreign, Commonwealth &amp; Development", "Foreign, Commonwealth & Development"},
      {"G&uuml;ler &ndash; &ldquo;yes&rdquo;, it&rsquo;s &euro;5&hellip;", "Güler – “yes”, it’s €5…"},
      {"&#252; &#xFC; &#XFC; &#x1F91D; &#0252;", "ü ü ü 🤝 ü"},
      {"disclose.&nbsp;", "disclose.\u00A0"},
      {"one&amp;nbsp;two", "one\u00A0two"},
      {"one&amp;amp;nbsp;two", "one\u00A0two"},
      {"&quot;it&#39;s&apos;", "\"it's'"},
      {"&#150; &#x93;", "– “"},
      {"&#0; &#xD800; &#x110000; &#7;", "\uFFFD \uFFFD \uFFFD \uFFFD"},
      {"a &lt; b &gt; c", "a < b > c"},
      {"Erdo&gbreve;an, Ya&scedil;ar, Had&zcaron;i&cacute;", "Erdoğan, Yaşar, Hadžić"},
      {"Haus&shy;arrest &zwj;&#8203;&#xFEFF;x", "Hausarrest x"},
      {"&&amp;&amp", "&&&amp"},
  }));
  CAPTURE(text);
  CHECK(clean(text) == expected);
}

TEST_CASE("words stay whole without soft hyphens and characters of no width", "[io][markup]") {
  CHECK(clean("mi\u00ADnis\u200Bter\u200C \u200Dof\u2060 De\uFEFFfence") == "minister of Defence");
  CHECK(clean("a\u00A0b\u2009c\u3000d\u00E9") == "a\u00A0b\u2009c\u3000d\u00E9");
}

TEST_CASE("a whole page becomes its text", "[io][markup]") {
  const std::string page = R"(<!DOCTYPE html>
<html lang="en"><head><title>Site</title>
<script>var a = "</p>";</script></head>
<body class="x">
  <nav><ul><li>Home</li></ul></nav>
  <h1>Ministers
  meet</h1>
  <!-- teaser -->
  <p>On May 21 Colonel
General <b>Zakir Hasanov</b> met
with <unknown>Ya&#351;ar G&uuml;ler</unknown>.</p>
  <pre>one
two</pre>
</body></html>
)";
  const RepairedText made = without_markup({.text = page});
  CHECK(made.text == "Ministers   meet\n\nOn May 21 Colonel General Zakir Hasanov met with Yaşar Güler.\n\none\ntwo");
  CHECK(original_of(made, "Yaşar Güler", page) == "Ya&#351;ar G&uuml;ler");
  CHECK(original_of(made, "Zakir Hasanov", page) == "Zakir Hasanov");
  CHECK(original_of(made, "Hasanov met", page) == "Hasanov</b> met");
  CHECK(original_of(made, "two", page) == "two");
}

TEST_CASE("a head that does not end, ends with the body", "[io][markup]") {
  CHECK(clean("<html><head><title>x</title><body>Text</body>") == "Text");
}

TEST_CASE("ranges lead back through all passes", "[io][markup]") {
  const std::string text = "&lt;p&gt;The mi\u00ADnister&amp;nbsp;met <b>Jos&amp;eacute;</b>.&lt;/p&gt; End";
  const RepairedText made = without_markup({.text = text});
  CHECK(made.text == "The minister\u00A0met José.\n\nEnd");
  CHECK(original_of(made, "minister", text) == "mi\u00ADnister");
  CHECK(original_of(made, "\u00A0", text) == "&amp;nbsp;");
  CHECK(original_of(made, "José", text) == "Jos&amp;eacute;");
  CHECK(original_of(made, "The", text) == "The");
  CHECK(original_of(made, "End", text) == "End");
}

// A quadratic search would take hours for these.
TEST_CASE("hostile markup takes linear time", "[io][markup]") {
  const auto [unit, num_bytes] = GENERATE(table<std::string, std::size_t>({
      {"<", 20'000'000},
      {"&", 20'000'000},
      {"<!--", 4'000'000},
      {"<p", 4'000'000},
      {"<a ", 4'000'000},
      {"<a \"=\"", 4'000'000},
      {"<a '=\"", 4'000'000},
      {"<script>", 4'000'000},
      {"<nav><head><style>", 4'000'000},
      {"<nav></nav", 4'000'000},
      {"<html><pre>", 4'000'000},
      {"&#", 4'000'000},
      {"&amp;", 4'000'000},
      {"\u00AD", 4'000'000},
      {"<b>\n", 4'000'000},
      {"’", 4'000'000},
      {"&lt;!--", 4'000'000},
      {"-", 4'000'000},
  }));
  CAPTURE(unit);
  std::string text = unit == "-" ? "<!--" : "";
  while (text.size() < num_bytes) text += unit;
  const RepairedText made = without_markup({.text = text});
  CHECK(made.text.size() <= text.size());
}

TEST_CASE("a line of 100 MB is cleaned", "[io][markup]") {
  std::string text(100'000'000, 'a');
  text += "&eacute;";
  const RepairedText made = without_markup({.text = text});
  CHECK(made.text.size() == 100'000'002);
  CHECK(original_range(made.repairs, {100'000'000, 100'000'002}) == ByteRange{100'000'000, 100'000'008});
}
