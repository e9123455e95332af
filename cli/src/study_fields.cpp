#include "study_fields.hpp"

#include "pair_columns.hpp"

#include <entente/analysis/measure.hpp>
#include <entente/core/suggestion.hpp>

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <system_error>
#include <type_traits>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente::cli {

namespace {

using Values = std::vector<std::string>;

const std::string& single(const Values& values) {
  if (values.empty()) throw BadValue("expected a value");
  if (values.size() > 1) throw BadValue("stands more than once", "keep one of them");
  return values.front();
}

std::vector<std::string> owned(std::span<const std::string_view> names) { return {names.begin(), names.end()}; }

std::size_t index_of(const std::string& value, const std::vector<std::string>& choices) {
  for (std::size_t index = 0; index < choices.size(); ++index) {
    if (choices[index] == value) return index;
  }
  const std::string suggestion = did_you_mean(value, choices);
  throw BadValue(fmt::format("unknown value '{}'{}", value, suggestion),
                 suggestion.empty() ? fmt::format("known are {}", fmt::join(choices, ", ")) : std::string());
}

template <typename Number>
Number parse_number(const std::string& text, Number low, Number high, const std::string& range) {
  Number value{};
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  bool good = problem == std::errc() && end == text.data() + text.size() && value >= low && value <= high;
  if constexpr (std::is_floating_point_v<Number>) good = good && std::isfinite(value);
  if (!good) throw BadValue(fmt::format("expected {}, found '{}'", range, text));
  return value;
}

std::string number_text(double value) {
  std::array<char, 32> buffer{};
  const auto [end, problem] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), end};
}

// `member` is a generic lambda from a study, const or not, to a reference to the field.

template <typename Member>
Field number(Field field, Member member, double low, double high) {
  field.get = [member](const Study& study) { return Values{number_text(member(study))}; };
  field.set = [member, low, high, range = field.range](Study& study, const Values& values) {
    member(study) = parse_number<double>(single(values), low, high, range);
  };
  return field;
}

template <typename Member, typename Whole>
Field whole(Field field, Member member, Whole low, Whole high = std::numeric_limits<Whole>::max()) {
  field.get = [member](const Study& study) { return Values{std::to_string(member(study))}; };
  field.set = [member, low, high, range = field.range](Study& study, const Values& values) {
    member(study) = parse_number<Whole>(single(values), low, high, range);
  };
  return field;
}

template <typename Member>
Field truth(Field field, Member member) {
  field.range = "true or false";
  field.get = [member](const Study& study) { return Values{member(study) ? "true" : "false"}; };
  field.set = [member](Study& study, const Values& values) {
    const std::string& value = single(values);
    if (value != "true" && value != "false") throw BadValue(fmt::format("expected true or false, found '{}'", value));
    member(study) = value == "true";
  };
  return field;
}

template <typename Member>
Field text(Field field, Member member) {
  field.get = [member](const Study& study) { return member(study).empty() ? Values{} : Values{member(study)}; };
  field.set = [member](Study& study, const Values& values) {
    member(study) = values.empty() ? std::string() : single(values);
  };
  return field;
}

template <typename Member>
Field texts(Field field, Member member) {
  field.list = true;
  field.get = [member](const Study& study) -> Values { return member(study); };
  field.set = [member, choices = field.choices](Study& study, const Values& values) {
    if (!choices.empty()) {
      for (const std::string& value : values) index_of(value, choices);
    }
    member(study) = values;
  };
  return field;
}

template <typename Member>
Field date(Field field, Member member, bool (Date::*is_precise)() const) {
  field.get = [member](const Study& study) { return member(study) ? Values{member(study)->to_string()} : Values{}; };
  field.set = [member, is_precise, range = field.range](Study& study, const Values& values) {
    if (values.empty()) {
      member(study).reset();
      return;
    }
    const std::optional<Date> value = Date::parse(single(values));
    if (!value) throw BadValue(fmt::format("'{}' is no date", values.front()), fmt::format("write {}", range));
    if (!(*value.*is_precise)()) {
      throw BadValue(fmt::format("the date '{}' is not precise enough", values.front()),
                     fmt::format("write {}", range));
    }
    member(study) = value;
  };
  return field;
}

/// An enumeration that counts from 0 in the order of `field.choices`.
template <typename Enum, typename Member>
Field choice(Field field, Member member) {
  field.get = [member, choices = field.choices](const Study& study) {
    return Values{choices.at(static_cast<std::size_t>(member(study)))};
  };
  field.set = [member, choices = field.choices](Study& study, const Values& values) {
    member(study) = static_cast<Enum>(index_of(single(values), choices));
  };
  return field;
}

template <typename Enum, typename Member>
Field optional_choice(Field field, Member member) {
  field.get = [member, choices = field.choices](const Study& study) {
    return member(study) ? Values{choices.at(static_cast<std::size_t>(*member(study)))} : Values{};
  };
  field.set = [member, choices = field.choices](Study& study, const Values& values) {
    member(study).reset();
    if (!values.empty()) member(study) = static_cast<Enum>(index_of(single(values), choices));
  };
  return field;
}

template <typename Enum, typename Member>
Field choice_list(Field field, Member member) {
  field.list = true;
  field.get = [member, choices = field.choices](const Study& study) {
    Values values;
    for (const Enum value : member(study)) values.push_back(choices.at(static_cast<std::size_t>(value)));
    return values;
  };
  field.set = [member, choices = field.choices](Study& study, const Values& values) {
    member(study).clear();
    for (const std::string& value : values) member(study).push_back(static_cast<Enum>(index_of(value, choices)));
  };
  return field;
}

std::vector<std::string> measure_choices() {
  std::vector<std::string> names{"auto", "all"};
  for (const MeasureKind& kind : measure_kinds()) names.emplace_back(kind.name);
  return names;
}

constexpr double infinity = std::numeric_limits<double>::max();

void add_reading_fields(std::vector<Field>& fields) {
  fields.push_back(texts({.key = "input.paths",
                          .sentence = "files, folders or - (standard input) to read: articles, records or both",
                          .range = "paths, relative to the folder of the study",
                          .form = FieldForm::path},
                         [](auto& study) -> auto& { return study.input.paths; }));
  fields.push_back(text({.key = "extract.lexicon",
                         .flag = "--lexicon",
                         .placeholder = "DIR",
                         .sentence = "folder of the lexicons to extract by, instead of those that come with entente",
                         .range = "a folder, relative to the folder of the study",
                         .form = FieldForm::path},
                        [](auto& study) -> auto& { return study.extract.lexicon; }));
  fields.push_back(
      truth({.key = "evidence.quotes",
             .flag = "--no-quotes",
             .flag_value = "false",
             .sentence = "whether results repeat the sentences that they stand on; the flag leaves them out"},
            [](auto& study) -> auto& { return study.evidence.quotes; }));
}

void add_person_fields(std::vector<Field>& fields) {
  fields.push_back(
      truth({.key = "persons.resolve",
             .flag = "--no-resolve",
             .flag_value = "false",
             .sentence = "whether it is found out who is the same person and which records tell of one occasion; the "
                         "flag takes equal identifiers, or else equal names, for one person and every record for an "
                         "event: for corpora whose names were put in order before, and much faster"},
            [](auto& study) -> auto& { return study.persons.resolve; }));
}

void add_occasion_fields(std::vector<Field>& fields) {
  fields.push_back(
      truth({.key = "occasions.merge",
             .flag = "--no-merge",
             .flag_value = "false",
             .sentence = "whether records of several documents that tell of one occasion become one event; the flag "
                         "leaves every record an event of its own"},
            [](auto& study) -> auto& { return study.occasions.merge; }));
  fields.push_back(number(
      {.key = "occasions.merge_from",
       .sentence = "records are one occasion from this score on",
       .range = "a share above 0.5 and below 1"},
      [](auto& study) -> auto& { return study.occasions.options.merge_from; }, 0.5, 1.0));
  fields.push_back(number(
      {.key = "occasions.review_from",
       .sentence = "pairs of records that score this much and are not merged are listed as doubtful",
       .range = "a share from 0 to merge_from"},
      [](auto& study) -> auto& { return study.occasions.options.review_from; }, 0.0, 1.0));
  fields.push_back(number(
      {.key = "occasions.copy_from",
       .sentence = "documents whose evidence shares this much of its wording are copies",
       .range = "a share above 0, at most 1"},
      [](auto& study) -> auto& { return study.occasions.options.copy_from; }, 0.0, 1.0));
  fields.push_back(whole(
      {.key = "occasions.max_compared",
       .sentence = "a record is compared with at most this many others of the same two persons and the same days",
       .range = "a whole number, 1 or more"},
      [](auto& study) -> auto& { return study.occasions.options.max_compared; }, std::uint32_t{1}));
}

void add_corrections_field(std::vector<Field>& fields) {
  fields.push_back(text({.key = "corrections",
                         .flag = "--corrections",
                         .placeholder = "FILE",
                         .sentence = "file of corrections: who is the same person, who is not, what is one event",
                         .range = "a file, relative to the folder of the study",
                         .form = FieldForm::path},
                        [](auto& study) -> auto& { return study.corrections; }));
}

void add_known_field(std::vector<Field>& fields) {
  fields.push_back(texts({.key = "known",
                          .flag = "--known",
                          .placeholder = "RECORDS",
                          .sentence = "records that were resolved earlier: new ones join them, their identifiers stay; "
                                      "what their documents tell is not read again",
                          .range = "files or folders, relative to the folder of the study",
                          .form = FieldForm::path},
                         [](auto& study) -> auto& { return study.known; }));
}

void add_selection_fields(std::vector<Field>& fields) {
  fields.push_back(date(
      {.key = "selection.since",
       .flag = "--since",
       .placeholder = "DATE",
       .sentence = "only events that surely happened on its first day or later",
       .range = "2024-01-18, 2024-01 or 2024"},
      [](auto& study) -> auto& { return study.selection.since; }, &Date::has_year));
  fields.push_back(date(
      {.key = "selection.until",
       .flag = "--until",
       .placeholder = "DATE",
       .sentence = "only events that surely happened on its last day or earlier",
       .range = "2024-01-18, 2024-01 or 2024"},
      [](auto& study) -> auto& { return study.selection.until; }, &Date::has_year));
  fields.push_back(choice_list<EventType>(
      {.key = "selection.types",
       .flag = "--type",
       .placeholder = "TYPE",
       .sentence = "only events of these types; co-mentions are no meetings and left out unless named here",
       .choices = owned(event_type_names()),
       .comma_separated = true},
      [](auto& study) -> auto& { return study.selection.types; }));
  fields.push_back(
      texts({.key = "selection.places",
             .flag = "--place",
             .placeholder = "TEXT",
             .sentence = "only events whose place contains this text, case and diacritics aside; may be repeated",
             .range = "texts",
             .form = FieldForm::quoted},
            [](auto& study) -> auto& { return study.selection.places; }));
  fields.push_back(texts({.key = "selection.countries",
                          .flag = "--country",
                          .placeholder = "CODE",
                          .sentence = "only events with a participant of one of these",
                          .range = "codes of countries (ISO 3166-1 alpha-2) and organisations",
                          .form = FieldForm::quoted,
                          .comma_separated = true},
                         [](auto& study) -> auto& { return study.selection.countries; }));
  fields.push_back(
      texts({.key = "selection.persons",
             .flag = "--person",
             .placeholder = "NAME",
             .sentence =
                 "only events with one of these participants (pairs: only their pairs, unless --only); may be repeated",
             .range = "identifiers or names",
             .form = FieldForm::quoted},
            [](auto& study) -> auto& { return study.selection.persons; }));
  fields.push_back(
      truth({.key = "selection.only",
             .flag = "--only",
             .flag_value = "true",
             .sentence = "of the chosen events keep just the participants that countries and persons name"},
            [](auto& study) -> auto& { return study.selection.only; }));
}

std::vector<std::string> with_none(std::span<const std::string_view> names) {
  std::vector<std::string> choices{"none"};
  choices.insert(choices.end(), names.begin(), names.end());
  return choices;
}

std::vector<std::string> pair_column_names() {
  std::vector<std::string> names;
  for (const PairColumn& column : pair_columns()) names.emplace_back(column.name);
  return names;
}

void add_pair_fields(std::vector<Field>& fields) {
  fields.push_back(choice<PairTest>(
      {.key = "pairs.test",
       .flag = "--test",
       .placeholder = "MODEL",
       .sentence =
           "whether a pair met more often than by chance: the null model that keeps how many events each person "
           "took part in (hypergeometric), and how many persons each event had, on average (sdsm) or exactly "
           "(fdsm)",
       .choices = with_none(null_model_names())},
      [](auto& study) -> auto& { return study.pairs.test; }));
  fields.push_back(truth({.key = "pairs.significant",
                          .flag = "--significant",
                          .flag_value = "true",
                          .sentence = "only pairs whose adjusted p-value is at most alpha"},
                         [](auto& study) -> auto& { return study.pairs.significant; }));
  fields.push_back(choice<PairOrder>({.key = "pairs.sort",
                                      .flag = "--sort",
                                      .placeholder = "COLUMN",
                                      .sentence = "what the table of pairs is ordered by, before the number of events",
                                      .choices = {"events", "p", "ratio", "weight"}},
                                     [](auto& study) -> auto& { return study.pairs.sort; }));
  fields.push_back(
      text({.key = "pairs.between",
            .flag = "--between",
            .placeholder = "A:B",
            .sentence = "only pairs of a person of one country or organisation with one of the other, as AZ:TR",
            .range = "two codes with a colon between them",
            .form = FieldForm::quoted},
           [](auto& study) -> auto& { return study.pairs.between; }));
  fields.push_back(whole(
      {.key = "pairs.window",
       .flag = "--window",
       .placeholder = "DAYS",
       .sentence = "the last days that the trend compares with the time before",
       .range = "a whole number, 1 or more"},
      [](auto& study) -> auto& { return study.pairs.window; }, std::uint32_t{1}));
  fields.push_back(texts({.key = "pairs.columns",
                          .flag = "--columns",
                          .placeholder = "NAMES",
                          .sentence = "columns of the table of pairs; none: those that suit",
                          .choices = pair_column_names(),
                          .comma_separated = true},
                         [](auto& study) -> auto& { return study.pairs.columns; }));
}

void add_testing_fields(std::vector<Field>& fields) {
  fields.push_back(choice<Tail>({.key = "testing.tail",
                                 .flag = "--tail",
                                 .placeholder = "TAIL",
                                 .sentence = "test for meeting more often than by chance (upper), less often, or both",
                                 .choices = owned(tail_names())},
                                [](auto& study) -> auto& { return study.testing.tail; }));
  fields.push_back(
      texts({.key = "testing.strata",
             .flag = "--strata",
             .placeholder = "LIST",
             .sentence = "of sdsm: chance keeps what is so within each year, each type of event, or both: who "
                         "was not in office at one time could not have met",
             .choices = {"year", "type"},
             .comma_separated = true},
            [](auto& study) -> auto& { return study.testing.strata; }));
  fields.push_back(choice<Correction>(
      {.key = "testing.correction",
       .flag = "--correction",
       .placeholder = "METHOD",
       .sentence =
           "how p-values are adjusted for all pairs that could have met: expected share of false discoveries (bh, "
           "by), probability of any (holm, bonferroni)",
       .choices = owned(correction_names())},
      [](auto& study) -> auto& { return study.testing.correction; }));
  fields.push_back(number(
      {.key = "testing.alpha",
       .flag = "--alpha",
       .placeholder = "SHARE",
       .sentence = "the level of adjusted p-values up to which a tie is significant",
       .range = "a share from 0 to 1"},
      [](auto& study) -> auto& { return study.testing.alpha; }, 0.0, 1.0));
  fields.push_back(whole(
      {.key = "testing.samples",
       .flag = "--samples",
       .placeholder = "N",
       .sentence = "how many random sets of events fdsm draws",
       .range = "a whole number, 1 or more"},
      [](auto& study) -> auto& { return study.testing.samples; }, std::uint32_t{1}));
}

void add_network_fields(std::vector<Field>& fields) {
  fields.push_back(choice<Backbone>(
      {.key = "network.backbone",
       .flag = "--backbone",
       .placeholder = "METHOD",
       .sentence =
           "the ties that everything else looks at: all (none), those that the disparity filter keeps, or those "
           "that a null model cannot explain",
       .choices = {"none", "disparity", "hypergeometric", "sdsm", "fdsm"}},
      [](auto& study) -> auto& { return study.network.backbone; }));
  fields.push_back(choice<Weight>({.key = "network.weight",
                                   .flag = "--weight",
                                   .placeholder = "WEIGHT",
                                   .sentence = "how the events that two persons share become the weight of their tie",
                                   .choices = owned(weight_names())},
                                  [](auto& study) -> auto& { return study.network.projection.weight; }));
  fields.push_back(number(
      {.key = "network.half_life",
       .flag = "--half-life",
       .placeholder = "DAYS",
       .sentence = "an event this many days before as_of counts half; 0: time does not matter",
       .range = "a number of days, 0 or more"},
      [](auto& study) -> auto& { return study.network.projection.half_life_days; }, 0.0, infinity));
  fields.push_back(date(
      {.key = "network.as_of",
       .flag = "--as-of",
       .placeholder = "DATE",
       .sentence = "the day from which half_life counts back; unset: the last day of the events",
       .range = "a full date like 2024-01-18"},
      [](auto& study) -> auto& { return study.network.projection.as_of; }, &Date::is_day));
  fields.push_back(
      optional_choice<Attribute>({.key = "network.by",
                                  .flag = "--by",
                                  .placeholder = "ATTRIBUTE",
                                  .sentence = "look at countries, positions or organisations instead of persons",
                                  .choices = {"country", "position", "organisation"}},
                                 [](auto& study) -> auto& { return study.network.by; }));
  fields.push_back(whole(
      {.key = "network.min_events",
       .flag = "--threshold",
       .placeholder = "N",
       .sentence = "ties of fewer shared events than this are never made",
       .range = "a whole number, 1 or more"},
      [](auto& study) -> auto& { return study.network.projection.min_events; }, std::uint32_t{1}));
  fields.push_back(whole(
      {.key = "network.max_event_size",
       .flag = "--max-event-size",
       .placeholder = "N",
       .sentence = "events of more participants than this are large, and made less of; 0: none is",
       .range = "a whole number, 0 or more"},
      [](auto& study) -> auto& { return study.network.projection.max_event_size; }, std::uint32_t{0}));
  fields.push_back(choice<LargeEvents>(
      {.key = "network.large_events",
       .flag = "--large-events",
       .placeholder = "RULE",
       .sentence = "what becomes of large events: they make no ties (leave-out), only their delegations of one country "
                   "meet (split), or they weigh no more in all than one of the greatest size that is not large (weigh)",
       .choices = owned(large_events_names())},
      [](auto& study) -> auto& { return study.network.projection.large_events; }));
  fields.push_back(whole(
      {.key = "network.max_ties",
       .sentence = "refuse to build a network of more ties than this",
       .range = "a whole number, 1 or more"},
      [](auto& study) -> auto& { return study.network.projection.max_ties; }, std::uint64_t{1}));
  for (std::size_t type = 0; type < event_type_names().size(); ++type) {
    const std::string name(event_type_names()[type]);
    fields.push_back(number(
        {.key = "network.type_factors." + name,
         .sentence = fmt::format("how much a {} counts; 0: not at all{}", name,
                                 name == "co-mention" ? ", unless selection.types asks for it" : ""),
         .range = "a number, 0 or more"},
        [type](auto& study) -> auto& { return study.network.projection.type_factors.at(type); }, 0.0, infinity));
  }
}

void add_layout_fields(std::vector<Field>& fields) {
  fields.push_back(choice<LayoutMethod>(
      {.key = "layout.method",
       .flag = "--layout",
       .placeholder = "METHOD",
       .sentence = "where persons stand in network files: tied ones close together (forceatlas2), on a circle by "
                   "community, or nowhere",
       .choices = {"forceatlas2", "circular", "none"}},
      [](auto& study) -> auto& { return study.layout.method; }));
  fields.push_back(whole(
      {.key = "layout.iterations",
       .flag = "--iterations",
       .placeholder = "N",
       .sentence = "of forceatlas2; 0: 500 to 20,000 persons, 300 to 100,000, beyond that 30 million by persons",
       .range = "a whole number from 0 to 100,000"},
      [](auto& study) -> auto& { return study.layout.options.iterations; }, std::uint32_t{0}, std::uint32_t{100'000}));
  fields.push_back(
      truth({.key = "layout.linlog", .sentence = "ties pull by the logarithm of their length: tighter circles"},
            [](auto& study) -> auto& { return study.layout.options.linlog; }));
  fields.push_back(number(
      {.key = "layout.scaling",
       .sentence = "how strongly persons repel each other",
       .range = "a number from 1e-3 to 1e6"},
      [](auto& study) -> auto& { return study.layout.options.scaling; }, 1e-3, 1e6));
  fields.push_back(number(
      {.key = "layout.gravity",
       .sentence = "how strongly everybody is pulled to the middle",
       .range = "a number from 0 to 1e3"},
      [](auto& study) -> auto& { return study.layout.options.gravity; }, 0.0, 1e3));
  fields.push_back(truth({.key = "layout.strong_gravity", .sentence = "whether that pull grows with the distance"},
                         [](auto& study) -> auto& { return study.layout.options.strong_gravity; }));
  fields.push_back(number(
      {.key = "layout.edge_weight_influence",
       .sentence = "a tie pulls by this power of its weight; 0: all ties alike",
       .range = "a number from 0 to 4"},
      [](auto& study) -> auto& { return study.layout.options.edge_weight_influence; }, 0.0, 4.0));
  fields.push_back(truth({.key = "layout.dissuade_hubs", .sentence = "ties of persons who have many pull less"},
                         [](auto& study) -> auto& { return study.layout.options.dissuade_hubs; }));
  fields.push_back(number(
      {.key = "layout.theta",
       .sentence = "far persons repel as one where they spread over less than this times their "
                   "distance; 0: each for itself, which is slow",
       .range = "a number from 0 to 2"},
      [](auto& study) -> auto& { return study.layout.options.theta; }, 0.0, 2.0));
  fields.push_back(truth({.key = "layout.prevent_overlap", .sentence = "nobody is drawn over another"},
                         [](auto& study) -> auto& { return study.layout.options.prevent_overlap; }));
}

void add_analysis_fields(std::vector<Field>& fields) {
  fields.push_back(texts({.key = "measures.names",
                          .flag = "--measure",
                          .placeholder = "NAME",
                          .sentence = "measures of persons; auto leaves out slow ones on large networks",
                          .choices = measure_choices(),
                          .comma_separated = true},
                         [](auto& study) -> auto& { return study.measures.names; }));
  fields.push_back(whole(
      {.key = "measures.auto_limit",
       .sentence = "auto computes measures of quadratic cost only where persons times ties is at most this",
       .range = "a whole number, 0 or more"},
      [](auto& study) -> auto& { return study.measures.auto_limit; }, std::uint64_t{0}));
  fields.push_back(choice<CommunitiesObjective>(
      {.key = "communities.objective",
       .flag = "--objective",
       .placeholder = "NAME",
       .sentence =
           "what communities are good by: more weight within than by chance, or (cpm) than the resolution a pair",
       .choices = owned(communities_objective_names())},
      [](auto& study) -> auto& { return study.communities.objective; }));
  fields.push_back(choice<CommunitiesQuality>(
      {.key = "communities.quality",
       .flag = "--quality",
       .placeholder = "LEVEL",
       .sentence = "how long communities are searched for: until little is left to gain, or (high) until nothing is",
       .choices = owned(communities_quality_names())},
      [](auto& study) -> auto& { return study.communities.quality; }));
  fields.push_back(number(
      {.key = "communities.resolution",
       .flag = "--resolution",
       .placeholder = "GAMMA",
       .sentence = "more makes more and smaller communities; cpm: the weight that a pair must have on average",
       .range = "a number above 0, at most 1e6"},
      [](auto& study) -> auto& { return study.communities.resolution; }, std::numeric_limits<double>::min(), 1e6));
  fields.push_back(truth({.key = "communities.weighted", .sentence = "whether communities heed the weights of ties"},
                         [](auto& study) -> auto& { return study.communities.weighted; }));
  fields.push_back(whole(
      {.key = "communities.runs",
       .sentence =
           "communities are the best of this many runs with different random choices; 0: 10, or 1 above a million ties "
           "and for the quality fast",
       .range = "a whole number from 0 to 10,000"},
      [](auto& study) -> auto& { return study.communities.runs; }, std::uint32_t{0}, std::uint32_t{10'000}));
  fields.push_back(whole(
      {.key = "communities.max_passes",
       .sentence = "the most passes over the network in one such run",
       .range = "a whole number, 1 or more"},
      [](auto& study) -> auto& { return study.communities.max_passes; }, std::uint32_t{1}));
  fields.push_back(number(
      {.key = "communities.randomness",
       .sentence = "how freely a run chooses while it refines, in mean tie weights",
       .range = "a number from 1e-6 to 1e3"},
      [](auto& study) -> auto& { return study.communities.randomness; }, 1e-6, 1e3));
  fields.push_back(whole(
      {.key = "pairs.min_events",
       .flag = "--min-events",
       .placeholder = "N",
       .sentence = "only pairs that share at least this many events",
       .range = "a whole number, 1 or more"},
      [](auto& study) -> auto& { return study.pairs.min_events; }, std::uint32_t{1}));
  add_pair_fields(fields);
  fields.push_back(
      truth({.key = "files.all_ties",
             .flag = "--all-ties",
             .flag_value = "true",
             .sentence = "write all ties to network files; otherwise, above a million, the backbone, which says so"},
            [](auto& study) -> auto& { return study.files.all_ties; }));
  fields.push_back(optional_choice<GexfWindow>(
      {.key = "files.windows",
       .flag = "--windows",
       .placeholder = "LENGTH",
       .sentence = "GEXF with the weight of each tie in each year, quarter or month, over the events that surely lie "
                   "in it; for weights that add up (count, newman, fractional)",
       .choices = {"year", "quarter", "month"}},
      [](auto& study) -> auto& { return study.files.windows; }));
  fields.push_back(truth({.key = "files.raw_cells",
                          .flag = "--raw-cells",
                          .flag_value = "true",
                          .sentence = "leave texts in the CSV of a network as they are; otherwise those that a "
                                      "spreadsheet would run as a formula get a ' before them"},
                         [](auto& study) -> auto& { return study.files.raw_cells; }));
  add_layout_fields(fields);
  fields.push_back(whole(
      {.key = "drawing.max_persons",
       .flag = "--max-persons",
       .placeholder = "N",
       .sentence = "draw (DOT) only this many persons of greatest strength and the ties between them; 0: all",
       .range = "a whole number, 0 or more"},
      [](auto& study) -> auto& { return study.drawing.max_persons; }, std::size_t{0}));
  fields.push_back(truth({.key = "drawing.clusters",
                          .flag = "--clusters",
                          .flag_value = "true",
                          .sentence = "draw (DOT) each community in a box of its own, placed by Graphviz and not by "
                                      "the layout"},
                         [](auto& study) -> auto& { return study.drawing.clusters; }));
}

void add_share(std::vector<Field>& fields, const std::string& name, const std::string& flag,
               const std::string& sentence, double generate::GenerateOptions::* member) {
  fields.push_back(number(
      {.key = "generate." + name,
       .flag = flag,
       .placeholder = "SHARE",
       .sentence = sentence,
       .range = "a share from 0 to 1"},
      [member](auto& study) -> auto& { return study.generate.options.*member; }, 0.0, 1.0));
}

void add_number(std::vector<Field>& fields, const std::string& name, const std::string& sentence,
                const std::string& otherwise, std::uint64_t generate::GenerateOptions::* member) {
  fields.push_back(whole(
      {.key = "generate." + name,
       .flag = "--" + name,
       .placeholder = "N",
       .sentence = sentence,
       .range = "a whole number; 0: " + otherwise},
      [member](auto& study) -> auto& { return study.generate.options.*member; }, std::uint64_t{0}));
}

void add_generate_fields(std::vector<Field>& fields) {
  using generate::GenerateOptions;
  fields.push_back(choice<generate::Preset>({.key = "generate.preset",
                                             .flag = "--preset",
                                             .placeholder = "SIZE",
                                             .sentence = "how many persons and events a made-up corpus has",
                                             .choices = owned(generate::preset_names())},
                                            [](auto& study) -> auto& { return study.generate.options.preset; }));
  add_number(fields, "persons", "persons of a made-up corpus", "as the preset has it", &GenerateOptions::persons);
  add_number(fields, "events", "events of a made-up corpus", "as the preset has it", &GenerateOptions::events);
  add_number(fields, "communities", "communities of a made-up corpus: ministries of countries",
             "as many as suit the persons", &GenerateOptions::communities);
  fields.push_back(
      choice<generate::Background>({.key = "generate.background",
                                    .flag = "--background",
                                    .placeholder = "KIND",
                                    .sentence = "what brings persons together beside planted pairs and groups: their "
                                                "communities, or (bicm) how active each is and nothing else",
                                    .choices = owned(generate::background_names())},
                                   [](auto& study) -> auto& { return study.generate.options.background; }));
  fields.push_back(truth({.key = "generate.articles",
                          .flag = "--articles",
                          .flag_value = "true",
                          .sentence = "news texts instead of records, with annotations beside them"},
                         [](auto& study) -> auto& { return study.generate.articles; }));
  add_share(fields, "mixing", "--mixing", "participants who come from outside the community of their event",
            &GenerateOptions::mixing);
  add_share(fields, "delegations", "--delegations", "participants who bring others of their country along",
            &GenerateOptions::delegations);
  add_share(fields, "pairs", "--pairs", "events that hold a planted recurring pair", &GenerateOptions::pairs);
  add_share(fields, "groups", "--groups", "events that hold a planted recurring group", &GenerateOptions::groups);
  fields.push_back(number(
      {.key = "generate.excess",
       .flag = "--excess",
       .placeholder = "RATIO",
       .sentence = "bicm: how many times as often as by chance a planted pair meets",
       .range = "a number from 1 to 1000"},
      [](auto& study) -> auto& { return study.generate.options.excess; }, 1.0, 1000.0));
  fields.push_back(number(
      {.key = "generate.retellings",
       .flag = "--retellings",
       .placeholder = "MEAN",
       .sentence = "documents that tell of an occasion, on average",
       .range = "a number from 1 to 10"},
      [](auto& study) -> auto& { return study.generate.options.retellings; }, 1.0, 10.0));
  add_share(fields, "variants", "--variants", "names that are written in another way than usual",
            &GenerateOptions::variants);
  add_share(fields, "typos", "--typos", "names with a slip of one letter", &GenerateOptions::typos);
  add_share(fields, "partial_dates", "--partial-dates", "records with a partial date or none",
            &GenerateOptions::partial_dates);
  add_share(fields, "namesakes", "--namesakes", "persons who bear the name of somebody in another country",
            &GenerateOptions::namesakes);
  fields.push_back(number(
      {.key = "generate.without_event",
       .flag = "--without-event",
       .placeholder = "SHARE",
       .sentence = "articles in which nobody meets",
       .range = "a share from 0 to 0.9"},
      [](auto& study) -> auto& { return study.generate.options.without_event; }, 0.0, 0.9));
  fields.push_back(
      text({.key = "generate.tables",
            .flag = "--tables",
            .placeholder = "DIR",
            .sentence = "folder of the countries, offices and names to generate from, instead of those that "
                        "come with entente",
            .range = "a folder, relative to the folder of the study",
            .form = FieldForm::path},
           [](auto& study) -> auto& { return study.generate.tables; }));
}

void add_pseudonym_fields(std::vector<Field>& fields) {
  fields.push_back(
      truth({.key = "pseudonyms.use",
             .flag = "--pseudonymise",
             .flag_value = "true",
             .sentence = "whether results have tokens for the names of persons and leave out what else tells who they "
                         "are: offices, sentences, titles, addresses, spellings (docs/pseudonyms.md)"},
            [](auto& study) -> auto& { return study.pseudonyms.use; }));
  fields.push_back(text({.key = "pseudonyms.key",
                         .flag = "--pseudonym-key",
                         .placeholder = "FILE",
                         .sentence = "file whose content the tokens are made with; keep it to yourself: without a key "
                                     "anybody can check a guess at a name",
                         .range = "a file, relative to the folder of the study",
                         .form = FieldForm::path},
                        [](auto& study) -> auto& { return study.pseudonyms.key; }));
}

void add_seed_field(std::vector<Field>& fields) {
  fields.push_back(whole(
      {.key = "seed",
       .flag = "--seed",
       .placeholder = "N",
       .sentence = "the number from which all random choices follow",
       .range = "a whole number, 0 or more"},
      [](auto& study) -> auto& { return study.seed; }, std::uint64_t{0}));
}

std::vector<Field> make_fields() {
  std::vector<Field> fields;
  add_reading_fields(fields);
  add_person_fields(fields);
  add_occasion_fields(fields);
  add_corrections_field(fields);
  add_known_field(fields);
  add_selection_fields(fields);
  add_network_fields(fields);
  add_testing_fields(fields);
  add_analysis_fields(fields);
  add_generate_fields(fields);
  add_pseudonym_fields(fields);
  add_seed_field(fields);
  return fields;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 19> sections{{
    {"input", "What is read"},
    {"extract", "How articles become records"},
    {"evidence", "The sentences that results stand on"},
    {"persons", "Who is one person"},
    {"occasions", "Which records are one event"},
    {"corrections", "What a reader knows better"},
    {"known", "What was resolved before"},
    {"selection", "Which events count"},
    {"network", "How events become ties"},
    {"testing", "What is more than chance"},
    {"measures", "Who stands in the middle"},
    {"communities", "Which circles form"},
    {"pairs", "Who meets whom"},
    {"files", "Network files"},
    {"layout", "Where persons stand"},
    {"drawing", "Pictures"},
    {"generate", "What made-up corpora are like"},
    {"pseudonyms", "Results without names"},
    {"seed", "Chance"},
}};

}  // namespace

std::span<const Field> study_fields() {
  static const std::vector<Field> fields = make_fields();
  return fields;
}

std::string_view section_sentence(std::string_view section) {
  for (const auto& [name, sentence] : sections) {
    if (name == section) return sentence;
  }
  return {};
}

}  // namespace entente::cli
