#include "graph_records.hpp"
#include "readers.hpp"
#include "xml_blocks.hpp"
#include "xml_elements.hpp"

#include <entente/core/parallel.hpp>

#include <algorithm>
#include <exception>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

namespace {

// What is told once, before the first node.
struct GraphmlHead {
  std::vector<std::pair<std::string, GraphField>> fields;  // by the key's id
  std::vector<std::string> open;                           // the elements that nodes and edges stand within
};

// A piece of the file, and what it tells.
struct GraphmlBlock {
  std::string text;
  std::uint64_t first_line = 1;
  bool is_last = false;
  GraphPart part;
  GraphmlHead head;  // of what follows
  std::exception_ptr failure;
};

// Reads one block.
class GraphmlBlockReader {
 public:
  GraphmlBlockReader(GraphmlBlock& block, const GraphmlHead& head)
      : block_(block),
        xml_(block.text, {head.open.begin(), head.open.end()}, block.first_line),
        fields_(head.fields),
        is_first_(head.open.empty()),
        is_graphml_(!is_first_) {}

  void read() {
    for (auto step = xml_.next(); step != XmlElements::Step::done; step = xml_.next()) {
      if (step == XmlElements::Step::begin) {
        is_graphml_ = is_graphml_ || xml_.name() == "graphml";
        if (!is_graphml_) throw ReadFailure("is no GraphML");
        begin();
      } else {
        end();
      }
    }
    if (!is_graphml_) throw ReadFailure("is no GraphML");
    if (block_.is_last) xml_.require_whole();
    if (is_within_node()) fail_at(xml_.line(), "nodes or edges stand within each other");
  }
  // What blocks behind this one are to know; that of the first serves them all.
  [[nodiscard]] GraphmlHead head() && {
    return {.fields = std::move(fields_), .open = {xml_.open().begin(), xml_.open().end()}};
  }

 private:
  [[nodiscard]] bool is_within_node() const {
    return std::ranges::any_of(xml_.open(), [](std::string_view name) { return name == "node" || name == "edge"; });
  }
  void begin() {
    if (xml_.name() == "data") {
      xml_.read_attribute("key", key_);
    } else if (xml_.name() == "key") {
      if (!is_first_ || !block_.part.nodes.empty()) fail_at(xml_.line(), "a <key> stands behind a <node>");
      std::string name;
      xml_.read_attribute("attr.name", name);
      xml_.read_attribute("id", key_);
      if (const auto field = graph_field(name)) fields_.emplace_back(key_, *field);
    } else if (xml_.name() == "node" || xml_.name() == "edge") {
      values_.clear();
      line_ = xml_.line();
      xml_.read_attribute("id", id_);
      xml_.read_attribute("source", source_);
      xml_.read_attribute("target", target_);
    }
  }
  void end() {
    if (xml_.name() == "data") {
      const auto field = std::ranges::find(fields_, key_, &std::pair<std::string, GraphField>::first);
      if (field != fields_.end()) xml_.read_content(values_[field->second]);
    } else if (xml_.name() == "node") {
      block_.part.add_node(id_, values_, line_);
    } else if (xml_.name() == "edge") {
      block_.part.add_edge(source_, target_, values_[GraphField::role], line_);
    }
  }

  GraphmlBlock& block_;
  XmlElements xml_;
  std::vector<std::pair<std::string, GraphField>> fields_;
  bool is_first_;
  bool is_graphml_;
  GraphValues values_;
  std::string key_;
  std::string id_;
  std::string source_;
  std::string target_;
  std::uint64_t line_ = 0;
};

// Blocks of the file are read, then their elements on several threads, then all that was found is put together in
// order.
class GraphmlReader {
 public:
  GraphmlReader(OpenInput& input, Delivery& delivery)
      : input_(input), delivery_(delivery), blocks_(input.bytes, {"<node ", "<edge "}), records_(input.source) {}

  void read() {
    constexpr std::size_t blocks_a_thread = 4;
    read_first();
    Workers workers(input_.run);
    std::vector<GraphmlBlock> blocks(blocks_a_thread * workers.count());
    for (std::size_t count = blocks.size(); count == blocks.size();) {
      count = 0;
      while (count < blocks.size() && next(blocks[count])) ++count;
      workers.for_blocks(count, 1, [&](std::size_t number, std::size_t, std::size_t) { read(blocks[number]); });
      for (std::size_t number = 0; number < count; ++number) join(blocks[number]);
    }
    records_.deliver(delivery_, input_.run);
  }

 private:
  bool next(GraphmlBlock& block) {
    if (!blocks_.next(block.text)) return false;
    block.first_line = next_line_;
    block.is_last = blocks_.at_end();
    next_line_ += static_cast<std::uint64_t>(std::ranges::count(block.text, '\n'));
    return true;
  }
  void read_first() {
    GraphmlBlock first;
    if (!next(first)) throw ReadFailure("is no GraphML");
    read(first);
    head_ = std::move(first.head);
    join(first);
  }
  // A failure is told when the blocks before are joined, so that it is the same for any number of threads.
  void read(GraphmlBlock& block) const {
    block.part = {};
    try {
      GraphmlBlockReader reader(block, head_);
      reader.read();
      block.head = std::move(reader).head();
    } catch (const ReadFailure&) {
      block.failure = std::current_exception();
    }
  }
  void join(GraphmlBlock& block) {
    for (std::size_t i = 0; i < block.part.nodes.size() + block.part.edges.size(); ++i) input_.progress();
    records_.add(std::move(block.part));  // may have a fault before that at which parsing ended
    if (block.failure) std::rethrow_exception(block.failure);
  }

  OpenInput& input_;
  Delivery& delivery_;
  XmlBlocks blocks_;
  GraphRecords records_;
  GraphmlHead head_;
  std::uint64_t next_line_ = 1;
};

}  // namespace

void read_graphml(OpenInput& input, Delivery& delivery) { GraphmlReader(input, delivery).read(); }

}  // namespace entente
