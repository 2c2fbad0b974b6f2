#include "storage/annotation_file.h"

#include <cstdint>
#include <string>

#include "graph/error.h"

namespace casus::storage {

void AnnotationFile::add(const v1::ArticleAnnotation& annotation) {
  if (!file_) file_.emplace(dir_);
  const std::string bytes = annotation.SerializeAsString();
  const std::uint64_t size = bytes.size();
  file_->write({reinterpret_cast<const char*>(&size), sizeof size});
  file_->write(bytes);
}

void AnnotationFile::rewind() {
  if (file_) file_->rewind();
}

bool AnnotationFile::next(v1::ArticleAnnotation& annotation) {
  std::uint64_t size = 0;
  if (!file_ || !file_->read(reinterpret_cast<char*>(&size), sizeof size)) return false;
  std::string bytes(size, '\0');
  if (!file_->read(bytes.data(), bytes.size()) || !annotation.ParseFromString(bytes)) {
    throw StoreError("A temporary file cannot be read back. Check the disk of the store.");
  }
  return true;
}

}  // namespace casus::storage
