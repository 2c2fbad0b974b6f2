#ifndef CASUS_TESTS_INTERCHANGE_CODED_H_
#define CASUS_TESTS_INTERCHANGE_CODED_H_

#include <string>
#include <vector>

#include "interchange/tables.h"
#include "tests/support/temp_dir.h"

namespace casus::tests {

struct Coded {
  std::vector<v1::ArticleAnnotation> annotations;
  std::vector<std::string> rejects;
};

// A table that is the file table.csv, read.
inline Coded coded(const std::string& bytes, const std::string& format,
                   const interchange::Names& names) {
  const TempDir dir;
  Coded all;
  interchange::read_table(
      dir.file("table.csv", bytes), format, "", names,
      {[&](v1::ArticleAnnotation&& annotation) { all.annotations.push_back(annotation); },
       [&](interchange::Reject&& reject) { all.rejects.push_back(reject.text()); }});
  return all;
}

}  // namespace casus::tests

#endif  // CASUS_TESTS_INTERCHANGE_CODED_H_
