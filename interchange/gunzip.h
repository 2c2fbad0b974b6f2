#ifndef CASUS_INTERCHANGE_GUNZIP_H_
#define CASUS_INTERCHANGE_GUNZIP_H_

#include <memory>
#include <string_view>

#include "interchange/bytes.h"

namespace casus::interchange {

// Whether bytes begin as gzip does, which no text and no annotation does.
bool is_gzip(std::string_view head);

// What gzip packed, inflated as it is read; members one after the other count as one, zeros after
// the last are padding. `read` throws ReadFailure where the stream is cut off or damaged, after it
// has given what came before. Memory: some 100 KB.
class GunzippedBytes : public ByteSource {
 public:
  explicit GunzippedBytes(ByteSource& in);
  ~GunzippedBytes() override;

  std::size_t read(char* data, std::size_t size) override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_GUNZIP_H_
