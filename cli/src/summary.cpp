#include "summary.hpp"

#include "counted.hpp"

#include <entente/analysis/components.hpp>
#include <entente/io/json_text.hpp>

#include <algorithm>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente::cli {

Merging merging_of(const ResolvedRecords& resolved) {
  const auto doubtful = std::ranges::count(resolved.occasions, OccasionVerdict::doubtful, &OccasionDecision::verdict);
  return {resolved.told, resolved.size(), static_cast<std::uint64_t>(doubtful)};
}

namespace {

constexpr std::string_view sentence_of_pseudonyms =
    "persons, documents and events have pseudonyms; offices, sentences, titles, addresses and spellings are left out";

std::string rule_of_large_events(const ProjectionOptions& options, const LargeEventCounts& counts) {
  if (counts.events == 0) return {};
  std::string events =
      fmt::format("{} of more than {} participants", counted(counts.events, "event", "events"), options.max_event_size);
  const bool is_one = counts.events == 1;
  switch (options.large_events) {
    case LargeEvents::leave_out:
      return fmt::format("{} {} no ties", events, is_one ? "makes" : "make");
    case LargeEvents::split:
      return fmt::format("{} {} split: only delegations of one country meet there", events, is_one ? "is" : "are");
    case LargeEvents::weigh:
      return fmt::format("{} {} no more than {} of {}", events, is_one ? "weighs" : "weigh", is_one ? "one" : "as many",
                         options.max_event_size);
  }
  return events;
}

// Where one event makes most of the meetings of two, somebody should know.
std::string remark_on_largest_event(const LargeEventCounts& counts) {
  constexpr std::uint64_t many_meetings = 1'000'000;
  const std::uint64_t k = counts.largest;
  const std::uint64_t meetings = k < 2 ? 0 : k * (k - 1) / 2;
  if (counts.events > 0 || meetings < many_meetings || meetings < counts.meetings / 2) return {};
  return fmt::format(
      "one event of {} participants makes {} of the {} meetings of two; --max-event-size makes less of "
      "such events",
      k, meetings, counts.meetings);
}

std::string sentences_of(const Session& session, const Summary& summary) {
  std::string text;
  const ReadCounts& read = summary.read;
  text += fmt::format("read {} from {}: {} used, {} without event, {} rejected",
                      counted(read.read(), "article or record", "articles and records"),
                      counted(read.input.files, "file", "files"), read.used(), read.articles_without_event,
                      read.rejected());
  if (read.input.repaired > 0) text += fmt::format(", {} repaired", read.input.repaired);
  if (read.input.missing > 0)
    text += fmt::format("; {} missing", counted(read.input.missing, "input is", "inputs are"));
  if (read.told_already > 0) text += fmt::format("; {} known before", read.told_already);
  text += '\n';
  if (summary.merging.told > summary.merging.events || summary.merging.doubtful > 0) {
    text += counted(summary.merging.told, "record tells", "records tell") + " of " +
            counted(summary.merging.events, "event", "events");
    if (summary.merging.doubtful > 0) {
      text += "; " + counted(summary.merging.doubtful, "pair of events", "pairs of events") + " may be one as well";
    }
    text += '\n';
  }
  if (summary.selection && summary.selection->left_out > 0) {
    text +=
        fmt::format("the selection left out {} ({}, {} not surely in time)\n",
                    counted(summary.selection->left_out, "event", "events"),
                    counted(summary.selection->co_mentions, "co-mention", "co-mentions"), summary.selection->undated);
  }
  if (summary.selection) {
    text += fmt::format("{}, {}, {}", counted(summary.persons, "person", "persons"),
                        counted(summary.events, "event", "events"),
                        summary.ties_made ? counted(summary.ties, "tie", "ties") : "no ties made");
    if (summary.undated > 0) text += fmt::format("; {} without a date", summary.undated);
    if (summary.partial > 0) text += fmt::format("; {} not dated to the day", summary.partial);
    text += '\n';
  } else {
    text += counted(summary.records, "record", "records") + '\n';
  }
  const std::string remark = remark_on_largest_event(summary.large_events);
  if (!summary.large_events_rule.empty()) text += summary.large_events_rule + '\n';
  if (!remark.empty()) text += remark + '\n';
  const std::uint32_t threshold = session.study.network.projection.min_events;
  if (threshold > 1) text += fmt::format("ties of fewer than {} shared events were not made\n", threshold);
  if (summary.ties_projected) {
    text += fmt::format("the ties are a backbone of {}\n", counted(*summary.ties_projected, "tie", "ties"));
  }
  if (!summary.test.empty()) text += summary.test + '\n';
  if (summary.modularity) {
    text += fmt::format("{} of modularity {:.3f}\n", counted(*summary.communities, "community", "communities"),
                        *summary.modularity);
  }
  if (summary.ties_left_out > 0) {
    text += fmt::format("network files hold the backbone, {} of {} (all of them by --all-ties)\n",
                        summary.ties - summary.ties_left_out, counted(summary.ties, "tie", "ties"));
  }
  if (!summary.layout.empty()) text += fmt::format("positions by {}\n", summary.layout);
  if (session.study.pseudonyms.use) text += std::string(sentence_of_pseudonyms) + '\n';
  if (!summary.measures_left_out.empty()) {
    text += fmt::format("left out because the network is large: {} (ask by --measure)\n",
                        fmt::join(summary.measures_left_out, ", "));
  }
  return text;
}

}  // namespace

Summary summarise(const Session& session, const ReadCounts& read, const Material& material) {
  Summary summary;
  summary.read = read;
  summary.pseudonyms = session.study.pseudonyms.use;
  summary.selection = material.selection;
  summary.persons = material.graph.num_persons();
  summary.events = material.graph.num_events();
  summary.participations = material.graph.num_participations();
  summary.ties = material.network.num_ties();
  summary.ties_projected = material.ties_projected;
  summary.large_events = material.large_events;
  summary.large_events_rule = rule_of_large_events(session.study.network.projection, material.large_events);
  for (const std::optional<Date>& date : material.graph.events().date) {
    summary.undated += date ? 0U : 1U;
    summary.partial += date && !date->is_day() ? 1U : 0U;
  }
  summary.components = components(material.network).num_components();
  return summary;
}

void print_summary(const Session& session, const Summary& summary) {
  if (session.request.quiet) return;
  clear_progress(session);
  std::istringstream sentences(sentences_of(session, summary));
  for (std::string line; std::getline(sentences, line);) {
    session.streams.err << indented(line, 0, session.streams.err_look);
  }
}

std::string to_json(const Summary& summary) {
  std::string text;
  JsonWriter json(text, 2);
  const ReadCounts& read = summary.read;
  json.begin_object().member("entente", version());
  json.key("read").begin_object();
  json.member("files", read.input.files)
      .member("articles", read.input.articles)
      .member("records", read.input.records)
      .member("missing", read.input.missing)
      .member("read", read.read())
      .member("used", read.used())
      .member("without_event", read.articles_without_event)
      .member("known_before", read.told_already)
      .member("rejected", read.rejected())
      .member("repaired", read.input.repaired)
      .end_object();
  json.member("records", summary.records);
  json.key("occasions").begin_object();
  json.member("told", summary.merging.told)
      .member("events", summary.merging.events)
      .member("doubtful", summary.merging.doubtful)
      .end_object();
  if (summary.selection) {
    json.key("selection").begin_object();
    json.member("kept", summary.selection->kept)
        .member("left_out", summary.selection->left_out)
        .member("co_mentions", summary.selection->co_mentions)
        .member("not_surely_in_time", summary.selection->undated)
        .end_object();
  }
  json.key("network").begin_object();
  json.member("persons", summary.persons)
      .member("events", summary.events)
      .member("participations", summary.participations)
      .member("ties", summary.ties)
      .member("components", summary.components)
      .member("ties_before_backbone", summary.ties_projected.value_or(summary.ties))
      .member("ties_left_out_of_files", summary.ties_left_out)
      .member("layout", summary.layout)
      .member("events_without_date", summary.undated)
      .member("events_not_dated_to_the_day", summary.partial)
      .end_object();
  json.key("large_events").begin_object();
  json.member("largest", std::uint64_t{summary.large_events.largest})
      .member("events", summary.large_events.events)
      .member("rule", summary.large_events_rule)
      .end_object();
  if (summary.modularity) {
    json.key("communities").begin_object();
    json.member("count", *summary.communities).member("modularity", *summary.modularity).end_object();
  }
  if (!summary.test.empty()) json.member("test", summary.test);
  if (summary.pseudonyms) json.member("pseudonyms", sentence_of_pseudonyms);
  json.key("measures_left_out").begin_array();
  for (const std::string& name : summary.measures_left_out) json.value(name);
  json.end_array().end_object();
  return text + '\n';
}

}  // namespace entente::cli
