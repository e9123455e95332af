#include "graph_records.hpp"
#include "readers.hpp"
#include "xml_elements.hpp"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace entente {

namespace {

class GraphmlReader {
 public:
  GraphmlReader(OpenInput& input, Delivery& delivery) : input_(input), delivery_(delivery), records_(input.source) {}

  void read() {
    std::string bytes;
    std::error_code unknown_size;
    const std::uintmax_t size = std::filesystem::file_size(input_.source, unknown_size);
    if (!unknown_size) bytes.reserve(size);
    input_.bytes.read_all(bytes, std::numeric_limits<std::size_t>::max());
    XmlElements xml(bytes);
    bool is_graphml = false;
    for (auto step = xml.next(); step != XmlElements::Step::done; step = xml.next()) {
      is_graphml = is_graphml || xml.name() == "graphml";
      if (!is_graphml) break;
      if (step == XmlElements::Step::begin) {
        begin(xml);
      } else {
        end(xml);
      }
    }
    if (!is_graphml) throw ReadFailure("is no GraphML");
    records_.deliver(delivery_);
  }

 private:
  void begin(const XmlElements& xml) {
    if (xml.name() == "data") {
      xml.read_attribute("key", key_);
    } else if (xml.name() == "key") {
      std::string name;
      xml.read_attribute("attr.name", name);
      xml.read_attribute("id", key_);
      if (const auto field = graph_field(name)) fields_.emplace_back(key_, *field);
    } else if (xml.name() == "node" || xml.name() == "edge") {
      input_.progress();
      values_.clear();
      line_ = xml.line();
      xml.read_attribute("id", id_);
      xml.read_attribute("source", source_);
      xml.read_attribute("target", target_);
    }
  }
  void end(const XmlElements& xml) {
    if (xml.name() == "data") {
      const auto field = std::ranges::find(fields_, key_, &std::pair<std::string, GraphField>::first);
      if (field != fields_.end()) xml.read_content(values_[field->second]);
    } else if (xml.name() == "node") {
      records_.add_node(id_, values_, line_);
    } else if (xml.name() == "edge") {
      records_.add_edge(source_, target_, values_[GraphField::role], line_);
    }
  }

  OpenInput& input_;
  Delivery& delivery_;
  GraphRecords records_;
  std::vector<std::pair<std::string, GraphField>> fields_;  // by the key's id
  GraphValues values_;
  std::string key_;
  std::string id_;
  std::string source_;
  std::string target_;
  std::uint64_t line_ = 0;
};

}  // namespace

void read_graphml(OpenInput& input, Delivery& delivery) { GraphmlReader(input, delivery).read(); }

}  // namespace entente
