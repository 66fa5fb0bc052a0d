/** Streams XML into a builder. With source.h the only part of the reader that knows libxml2. */
#ifndef IMSI_XML_H
#define IMSI_XML_H

#include "model/builder.h"

#include <stddef.h>
#include <stdint.h>

/** Where bytes come from. */
typedef struct imsi_source {
  /** Fills `buffer` with up to `size` bytes and returns their number: 0 at the end, -1 on failure (errno says why). */
  ptrdiff_t (*read)(void *context, char *buffer, size_t size);
  void *context;
} imsi_source;

/**
 * Reads one document; what is wrong with it is reported at its place and the rest is still read.
 *
 * @param name      Stands for the file in messages; copied.
 * @param max_size  Largest number of bytes that is read.
 * @return IMS_OK; IMS_INVALID, IMS_IO or IMS_LIMIT, all reported; IMS_NOMEM. Cost: O(bytes).
 */
ims_status imsi_xml_read(imsi_builder *builder, imsi_reporter *reporter, const char *name, imsi_source source,
                         uint64_t max_size);

#endif
