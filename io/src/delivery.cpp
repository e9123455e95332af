#include "delivery.hpp"

#include "field_text.hpp"

#include <entente/core/content_hash.hpp>

#include <utility>

namespace entente {

namespace {

std::uint64_t hash_of(std::string_view text) {
  ContentHash hash;
  hash.add(text);
  return hash.value();
}

}  // namespace

void Delivery::article(Article&& article, Place place, std::string_view line) {
  if (!article_ids_.insert(hash_of(article.id)).second) {
    place.field = "id";
    reject(std::move(place), Defect::duplicate_event, "the article id " + in_quotes(article.id) + " was given before",
           line);
    return;
  }
  ++counts_.articles;
  if (sink_.article) sink_.article(std::move(article));
}

void Delivery::record(Record&& record, Place place) {
  ++counts_.records;
  if (sink_.record) sink_.record(std::move(record), std::move(place));
}

void Delivery::batches(std::span<const RecordBatch> batches) {
  for (const RecordBatch& batch : batches) counts_.records += batch.events.size();
  sink_.batches(batches);
}

void Delivery::reject(Place place, Defect defect, std::string message, std::string_view input) {
  ++counts_.rejected;
  also(std::move(place), defect, std::move(message), input, false);
}

void Delivery::repaired(Place place, Defect defect, std::string message, std::string_view input) {
  ++counts_.repaired;
  also(std::move(place), defect, std::move(message), input, true);
}

void Delivery::also(Place place, Defect defect, std::string message, std::string_view input, bool repaired) {
  if (!sink_.rejected) return;
  sink_.rejected(Rejected{.place = std::move(place),
                          .defect = defect,
                          .message = std::move(message),
                          .text = offending_text(input),
                          .repaired = repaired});
}

void Delivery::missing(const std::string& path) {
  ++counts_.missing;
  also(Place{.source = path}, Defect::unreadable_article, "there is no such file or folder", {}, false);
}

}  // namespace entente
