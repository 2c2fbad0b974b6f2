#ifndef CASUS_GRAPH_ERROR_H_
#define CASUS_GRAPH_ERROR_H_

// The one family of exceptions that casus throws. A message is a whole sentence for a person: what
// is wrong, where (file, line, byte), what was expected, and what to do about it.
//
// The library never prints and never exits; only `cli` turns these into messages and exit codes.

#include <stdexcept>
#include <string>

namespace casus {

class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Something a caller handed in is not what it must be: a file, a record, a key, a date.
// The work after it can go on.
class InputError : public Error {
 public:
  using Error::Error;
};

// The store cannot do what was asked: it is damaged, locked by another writer, of a newer format,
// or its disk fails.
class StoreError : public Error {
 public:
  using Error::Error;
};

}  // namespace casus

#endif  // CASUS_GRAPH_ERROR_H_
