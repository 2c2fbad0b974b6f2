#ifndef CASUS_STORAGE_NEAR_CURSOR_H_
#define CASUS_STORAGE_NEAR_CURSOR_H_

// A cursor that is asked for keys in their order, more or less: it knows when it stands where it is
// sent, and goes a few steps before it seeks. Serves claim_index.h alone. One thread.

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "storage/engine.h"

namespace casus::storage {

class NearCursor {
 public:
  explicit NearCursor(std::unique_ptr<Cursor> cursor) : cursor_(std::move(cursor)) {}

  bool valid() const { return cursor_->valid(); }
  std::string_view key() const { return cursor_->key(); }
  std::string_view value() const { return cursor_->value(); }

  void next() {
    from_.assign(cursor_->key()).push_back('\0');
    cursor_->next();
  }

  // To the first key >= `key`.
  void seek(std::string_view key) {
    constexpr int kSteps = 8;  // cost as much as a seek
    bool near = key >= from_;
    for (int step = 0; near && cursor_->valid() && cursor_->key() < key; ++step) {
      near = step < kSteps;
      if (near) cursor_->next();
    }
    if (!near) cursor_->seek(key);
    from_ = key;
  }

 private:
  std::unique_ptr<Cursor> cursor_;
  std::string from_;  // it stands on the first key that is not below this
};

}  // namespace casus::storage

#endif  // CASUS_STORAGE_NEAR_CURSOR_H_
