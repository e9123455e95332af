#include "graph_records.hpp"
#include "readers.hpp"
#include "xml_elements.hpp"

#include <limits>
#include <map>
#include <string>

namespace entente {

namespace {

class GraphmlReader {
 public:
  GraphmlReader(OpenInput& input, Delivery& delivery) : input_(input), delivery_(delivery), records_(input.source) {}

  void read() {
    std::string bytes;
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
      key_ = xml.attribute("key");
    } else if (xml.name() == "key") {
      if (const auto field = graph_field(xml.attribute("attr.name"))) fields_.emplace(xml.attribute("id"), *field);
    } else if (xml.name() == "node" || xml.name() == "edge") {
      input_.progress();
      values_.clear();
      line_ = xml.line();
      id_ = xml.attribute("id");
      source_ = xml.attribute("source");
      target_ = xml.attribute("target");
    }
  }
  void end(const XmlElements& xml) {
    if (xml.name() == "data") {
      if (const auto field = fields_.find(key_); field != fields_.end()) values_[field->second] = xml.content();
    } else if (xml.name() == "node") {
      records_.add_node(id_, values_, line_);
    } else if (xml.name() == "edge") {
      records_.add_edge(source_, target_, values_[GraphField::role], line_);
    }
  }

  OpenInput& input_;
  Delivery& delivery_;
  GraphRecords records_;
  std::map<std::string, GraphField> fields_;  // by the key's id
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
