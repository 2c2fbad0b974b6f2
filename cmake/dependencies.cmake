# RocksDB and Protocol Buffers have ten thousand symbols between them: to bind those takes longer
# than to answer a short question. So the archives are linked where they are installed.
# Gives protobuf::libprotobuf and, in CASUS_ROCKSDB, the target of RocksDB.

if(CASUS_LINK_STATICALLY)
  find_library(CASUS_PROTOBUF_ARCHIVE
    ${CMAKE_STATIC_LIBRARY_PREFIX}protobuf${CMAKE_STATIC_LIBRARY_SUFFIX})
  mark_as_advanced(CASUS_PROTOBUF_ARCHIVE)
  if(CASUS_PROTOBUF_ARCHIVE)
    set(Protobuf_USE_STATIC_LIBS ON)
  endif()
endif()
find_package(Protobuf REQUIRED)

find_package(RocksDB REQUIRED)
if(TARGET RocksDB::rocksdb AND (CASUS_LINK_STATICALLY OR NOT TARGET RocksDB::rocksdb-shared))
  set(CASUS_ROCKSDB RocksDB::rocksdb)
else()
  set(CASUS_ROCKSDB RocksDB::rocksdb-shared)
endif()
