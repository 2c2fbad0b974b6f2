#ifndef CASUS_QUERY_ARTICLES_H_
#define CASUS_QUERY_ARTICLES_H_

// The articles of some nodes, each once, oldest first and undated ones last. One thread.

#include <google/protobuf/repeated_ptr_field.h>

#include <set>
#include <string>
#include <tuple>

#include "query/quotes.h"

namespace casus::query {

class Articles {
 public:
  // `sources` knows them, and must outlive the object.
  explicit Articles(Quotes& sources) : sources_(sources) {}

  void add(const std::string& key);
  void put_ids(google::protobuf::RepeatedPtrField<std::string>& to) const;
  // Dates of publication; empty where none has one.
  std::string first() const;
  std::string last() const;

 private:
  Quotes& sources_;
  std::set<std::string> keys_;
  std::set<std::tuple<bool, std::string, std::string>> ids_;  // undated, published, id
};

}  // namespace casus::query

#endif  // CASUS_QUERY_ARTICLES_H_
