#ifndef CASUS_STORAGE_ANNOTATION_FILE_H_
#define CASUS_STORAGE_ANNOTATION_FILE_H_

// Annotations that are set aside and come back in their order. Private to storage. One thread.
// Nothing is written before the first.

#include <filesystem>
#include <optional>
#include <utility>

#include "casus/v1/annotation.pb.h"
#include "storage/temporary_file.h"

namespace casus::storage {

class AnnotationFile {
 public:
  explicit AnnotationFile(std::filesystem::path dir) : dir_(std::move(dir)) {}

  void add(const v1::ArticleAnnotation& annotation);
  void rewind();
  bool next(v1::ArticleAnnotation& annotation);  // false at the end

 private:
  const std::filesystem::path dir_;
  std::optional<TemporaryFile> file_;
};

}  // namespace casus::storage

#endif  // CASUS_STORAGE_ANNOTATION_FILE_H_
