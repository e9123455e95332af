// A text is put together from templates; what its slots hold is noted on the way, so that the annotations are right by
// construction: whoever is named, in which forms and with which office, which day and which place is told.

#include "articles.hpp"

#include "name_forms.hpp"
#include "positions.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <utility>

namespace entente::generate {

namespace {

constexpr std::array<std::string_view, 12> month_names{"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> weekday_names{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                        "Friday", "Saturday", "Sunday"};

std::string_view month_name(Date date) { return month_names.at(static_cast<std::size_t>(date.month() - 1)); }

std::string_view weekday_name(Day day) { return weekday_names.at(static_cast<std::size_t>(weekday(day))); }

template <typename Item>
const Item& any_of(const std::vector<Item>& items, RandomStream& random) {
  return items[random.below(items.size())];
}

std::string in_capitals(std::string_view name) {
  std::string capitals = without_diacritics(name);
  for (char& letter : capitals) letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
  return capitals;
}

/// Writes one article.
class ArticleComposer {
 public:
  ArticleComposer(const CorpusParts& parts, const Occasion& occasion, const Account& account, RandomStream random)
      : parts_(parts), wording_(parts.tables.wording), occasion_(occasion), account_(account), random_(random) {
    article_.published = account.published;
    article_.type = occasion.type;
    choose_principals();
    topic_ = random_.below(wording_.topics.size());
    other_topic_ = (topic_ + 1 + random_.below(wording_.topics.size() - 1)) % wording_.topics.size();
    manner_ = &any_of(wording_.manners, random_);
  }

  ArticleText compose() {
    choose_day();
    choose_place();
    headline(any_of(wording_.headlines, random_));
    dateline();
    opening();
    const bool many = others_.size() > 4;
    if (!many) company();
    const std::uint64_t sentences = (many ? 5 : 2) + random_.below(6);
    for (std::uint64_t sentence = 0; sentence < sentences; ++sentence) follow_up();
    if (random_.percent(20)) mention();
    if (many) sentence(any_of(wording_.lists, random_));  // long lists stand at the end
    article_.num_participants = account_.told.size();
    return finished();
  }

  ArticleText compose_eventless() {
    day_words_ = date_words(article_.published);
    const EventlessText& eventless = any_of(wording_.without_event, random_);
    headline(eventless.headline);
    dateline();
    sentence(eventless.text);
    return finished();
  }

  std::string begin_only() {
    choose_day();
    choose_place();
    opening();
    for (std::uint64_t sentence = 0; sentence < 2; ++sentence) follow_up();
    return text_;
  }

 private:
  void choose_principals() {
    first_ = account_.told.front().person;
    second_ = account_.told[1].person;
    for (const Attendee& attendee : account_.told) {
      if (country(attendee.person).code != country(first_).code) {
        second_ = attendee.person;
        break;
      }
    }
    for (const Attendee& attendee : account_.told) {
      if (attendee.person != first_ && attendee.person != second_) others_.push_back(attendee.person);
    }
    // In the order of participants: the principals, then the others.
    for (const std::uint32_t person : {first_, second_}) article_.persons.push_back({person});
    for (const std::uint32_t person : others_) article_.persons.push_back({person});
  }

  [[nodiscard]] const Country& country(std::uint32_t person) const { return country_of(parts_, person); }
  [[nodiscard]] bool two_countries() const { return country(first_).code != country(second_).code; }

  // Which day the text tells, and how.

  void choose_day() {
    if (account_.day_of_report) {
      article_.date = Date::from_day(account_.published);
      return;
    }
    const Date date = Date::from_day(occasion_.day);
    if (random_.chance(Share(parts_.options.partial_dates))) {
      const bool whole_year = random_.percent(25);
      article_.date = Date::from_parts(date.year(), whole_year ? 0 : date.month(), 0);
      day_words_ = whole_year ? " in " + std::to_string(date.year())
                              : " in " + std::string(month_name(date)) + " " + std::to_string(date.year());
      return;
    }
    article_.date = date;
    day_words_ = date_words(occasion_.day);
    // No word on the day stands for the day of publication.
    if (occasion_.day == account_.published && random_.percent(10)) day_words_.clear();
  }

  std::string date_words(Day day) {
    const Date date = Date::from_day(day);
    switch (any_of(manner_->days, random_)) {
      case DayStyle::weekday:
        return " on " + std::string(weekday_name(day));
      case DayStyle::today:
        return day == account_.published       ? " today"
               : day + 1 == account_.published ? " yesterday"
                                               : " on " + std::string(weekday_name(day));
      case DayStyle::day_month:
        return " on " + std::to_string(date.day()) + " " + std::string(month_name(date));
      case DayStyle::month_day:
        return " on " + std::string(month_name(date)) + " " + std::to_string(date.day());
      case DayStyle::full:
        break;
    }
    return " on " + std::to_string(date.day()) + " " + std::string(month_name(date)) + " " +
           std::to_string(date.year());
  }

  // Which place the text tells. A dateline tells one too, so that a text without a place has none.

  [[nodiscard]] std::string town() const {
    const Country& host = parts_.tables.countries[parts_.population.communities()[occasion_.host].country];
    return occasion_.town == 0 ? host.capital : host.towns[occasion_.town - 1];
  }

  void choose_place() {
    if (occasion_.type == EventType::call) return;
    const std::string& building =
        parts_.tables.ministries[parts_.population.communities()[occasion_.host].ministry].building;
    const std::uint64_t how = random_.below(100);
    if (how < 10) {
      plain_dateline_ = true;
    } else if (how < 55) {
      article_.place = town();
      place_words_ = " in " + article_.place;
    } else if (how < 80) {
      article_.place = building;
      place_words_ = " at the " + building;
    } else {
      article_.place = building + " in " + town();
      place_words_ = " at the " + article_.place;
    }
  }

  void dateline() {
    if (plain_dateline_) return;
    const Date date = Date::from_day(account_.published);
    std::string_view left = manner_->dateline;
    while (!left.empty()) {
      const std::size_t open = std::min(left.find('{'), left.size());
      const std::size_t close = std::min(left.find('}', open), left.size());
      text_ += left.substr(0, open);
      const std::string_view slot = open < left.size() ? left.substr(open + 1, close - open - 1) : std::string_view();
      if (slot == "TOWN") text_ += in_capitals(town());
      if (slot == "Town") text_ += town();
      if (slot == "month") text_ += month_name(date);
      if (slot == "date") text_ += std::to_string(date.day());
      if (slot == "weekday") text_ += weekday_name(account_.published);
      left.remove_prefix(std::min(close + 1, left.size()));
    }
    sentence_begins_ = true;
  }

  // Sentences.

  void headline(const Template& words) {
    expand(words);
    article_.headline = std::exchange(text_, {});
    article_.headline.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(article_.headline.front())));
    sentence_begins_ = true;
  }

  void opening() { sentence(fitting(wording_.openings_of(occasion_.type))); }

  void company() {
    if (others_.empty()) return;
    const auto all_of = [&](std::uint32_t principal) {
      return std::ranges::all_of(others_,
                                 [&](std::uint32_t other) { return country(other).code == country(principal).code; });
    };
    const bool with_first = all_of(first_);
    const bool with_second = all_of(second_);
    if ((with_first || with_second) && random_.percent(60)) {
      for (int attempt = 0; attempt < 8; ++attempt) {
        const Template& words = any_of(wording_.company_of_two, random_);
        if ((words.has(Slot::first) && !with_first) || (words.has(Slot::second) && !with_second)) continue;
        sentence(words);
        return;
      }
    }
    sentence(any_of(wording_.company, random_));
  }

  void follow_up() {
    const Template& words = fitting(wording_.follow_ups);
    if (std::ranges::find(used_, &words) != used_.end()) return;
    used_.push_back(&words);
    sentence(words);
  }

  void mention() {
    mentioned_ = parts_.population.draw_anybody(random_);
    if (std::ranges::find(article_.persons, mentioned_, &NamedPerson::person) != article_.persons.end()) return;
    article_.persons.push_back({mentioned_});
    sentence(any_of(wording_.mentions, random_));
  }

  /// One that does not tell of two countries where there is but one.
  const Template& fitting(const std::vector<Template>& templates) {
    const Template* words = &any_of(templates, random_);
    for (int attempt = 0;
         attempt < 16 && !two_countries() && (words->has(Slot::second_adjective) || words->has(Slot::second_country));
         ++attempt) {
      words = &any_of(templates, random_);
    }
    return *words;
  }

  void sentence(const Template& words) {
    if (!text_.empty() && text_.back() != ' ') text_ += random_.percent(15) ? "\n\n" : " ";
    sentence_begins_ = true;
    expand(words);
  }

  void expand(const Template& words) {
    for (const Template::Piece& piece : words.pieces) {
      append(piece.words);
      fill(piece.slot);
    }
    comma_due_ = false;
  }

  void append(std::string_view words) {
    if (words.empty()) return;
    if (comma_due_ && std::string_view(".,;:").find(words.front()) == std::string_view::npos) text_ += ',';
    comma_due_ = false;
    text_ += words;
    sentence_begins_ = text_.ends_with(". ") || text_.ends_with("\"");
  }

  /// Words that begin a sentence begin with a capital.
  void append_reference(std::string words) {
    if (sentence_begins_) words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
    append(words);
  }

  void fill(Slot slot) {
    switch (slot) {
      case Slot::none:
        return;
      case Slot::first:
      case Slot::second:
        refer_to(slot == Slot::first ? first_ : second_);
        return;
      case Slot::first_surname:
      case Slot::second_surname:
        append(surname(slot == Slot::first_surname ? first_ : second_));
        return;
      case Slot::first_adjective:
      case Slot::second_adjective:
        append(country(slot == Slot::first_adjective ? first_ : second_).adjective);
        return;
      case Slot::first_country:
      case Slot::second_country:
        append(country(slot == Slot::first_country ? first_ : second_).name);
        return;
      case Slot::place:
        append(place_words_);
        return;
      case Slot::day:
        append(day_words_);
        return;
      case Slot::others:
        list_others(", ", " and ");
        return;
      case Slot::list:
        list_others("; ", "; ");
        return;
      case Slot::topic:
        append_reference(wording_.topics[topic_]);
        return;
      case Slot::capital_topic: {
        std::string topic = wording_.topics[topic_];
        topic.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(topic.front())));
        append(topic);
        return;
      }
      case Slot::second_topic:
        append_reference(wording_.topics[other_topic_]);
        return;
      case Slot::mentioned:
        introduce(mentioned_, any_of(manner_->persons, random_));
        return;
    }
  }

  // Persons.

  NamedPerson& named(std::uint32_t person) {
    return *std::ranges::find(article_.persons, person, &NamedPerson::person);
  }

  /// The surname, noted as one of the forms.
  std::string surname(std::uint32_t person) {
    std::string alone = parts_.names.parts(person).surname;
    std::vector<std::string>& aliases = named(person).aliases;
    if (std::ranges::find(aliases, alone) == aliases.end()) aliases.push_back(alone);
    return alone;
  }

  std::string full_name(std::uint32_t person) {
    std::string name = random_.chance(Share(parts_.options.variants))
                           ? other_form(parts_.tables, parts_.names, person, false, random_)
                           : std::string(parts_.names.full(person));
    if (random_.chance(Share(parts_.options.typos))) name = with_slip(std::move(name), random_);
    named(person).name = name;
    return name;
  }

  void introduce(std::uint32_t person, PersonStyle style) {
    const Position position = position_of(parts_, person, occasion_.day);
    const Country& of = country(person);
    const std::string name = full_name(person);
    std::string& worded = named(person).position;
    switch (style) {
      case PersonStyle::adjective:
        worded = position.office != nullptr ? position.office->brief : std::string(position.title);
        append_reference(of.adjective + " " + worded + " " + name);
        return;
      case PersonStyle::title:
        worded = position.title;
        append_reference(worded + " of " + of.name + " " + name);
        return;
      case PersonStyle::comma:
        worded = position.title;
        append(name + ", " + worded + " of " + of.name);
        comma_due_ = true;
        return;
    }
  }

  /// In full where the person comes first, else by surname or office.
  void refer_to(std::uint32_t person) {
    if (named(person).name.empty()) {
      introduce(person, any_of(manner_->persons, random_));
      return;
    }
    const Position position = position_of(parts_, person, occasion_.day);
    const std::uint64_t how = random_.below(100);
    if (position.office != nullptr && how < 20 && two_countries()) {
      append_reference("the " + country(person).adjective + " " + position.office->noun);
    } else if (how < 30 && position.office != nullptr && position.office->noun.find(' ') == std::string::npos) {
      std::string noun = position.office->noun;
      noun.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(noun.front())));
      append(noun + " " + surname(person));
    } else {
      append(surname(person));
    }
  }

  void list_others(std::string_view between, std::string_view last) {
    for (std::size_t index = 0; index < others_.size(); ++index) {
      if (index > 0) append(index + 1 < others_.size() ? between : last);
      introduce(others_[index], between == "; " ? PersonStyle::comma : any_of(manner_->persons, random_));
    }
  }

  ArticleText finished() {
    // A person whom only the headline names, and a form that is the name itself, are no news to an annotator.
    for (NamedPerson& person : article_.persons) std::erase(person.aliases, person.name);
    std::erase_if(article_.persons, [](const NamedPerson& person) { return person.name.empty(); });
    article_.text = std::move(text_);
    return std::move(article_);
  }

  const CorpusParts& parts_;
  const Wording& wording_;
  const Occasion& occasion_;
  const Account& account_;
  RandomStream random_;
  const Manner* manner_ = nullptr;
  std::uint32_t first_ = 0;
  std::uint32_t second_ = 0;
  std::uint32_t mentioned_ = 0;
  std::vector<std::uint32_t> others_;
  std::size_t topic_ = 0;
  std::size_t other_topic_ = 0;
  std::string day_words_;
  std::string place_words_;
  bool plain_dateline_ = false;
  bool comma_due_ = false;
  bool sentence_begins_ = true;
  std::vector<const Template*> used_;
  std::string text_;
  ArticleText article_;
};

RandomStream wording_stream(const CorpusParts& parts, const Occasion& occasion, std::uint64_t document) {
  return {parts.options.seed, Stage::article, occasion.number, document};
}

}  // namespace

ArticleText article_of(const CorpusParts& parts, const Occasion& occasion, const Account& account,
                       std::uint64_t document) {
  ArticleText article =
      ArticleComposer(parts, occasion, account, wording_stream(parts, occasion, account.worded_as)).compose();
  if (account.copied) article.text += " This report was updated.";
  article.document = document_name(parts, occasion.number, document);
  return article;
}

std::optional<ArticleText> eventless_article(const CorpusParts& parts, const Occasion& occasion) {
  const double share = parts.options.without_event;
  RandomStream random = wording_stream(parts, occasion, most_documents);
  const std::uint64_t documents = num_documents(parts, occasion.number);
  bool wanted = false;
  for (std::uint64_t document = 0; document < documents; ++document) {
    wanted = random.chance(Share(std::min(1.0, share / (1.0 - share)))) || wanted;
  }
  if (!wanted) return std::nullopt;
  Account account{{occasion.attendees.begin(), occasion.attendees.begin() + 2}, occasion.day};
  ArticleText article = ArticleComposer(parts, occasion, account, random).compose_eventless();
  article.document = document_name(parts, occasion.number, most_documents);
  return article;
}

std::string evidence_of(const CorpusParts& parts, const Occasion& occasion, const Account& account) {
  return ArticleComposer(parts, occasion, account, wording_stream(parts, occasion, account.worded_as)).begin_only();
}

}  // namespace entente::generate
