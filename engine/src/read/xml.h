/** Streams XML into a builder. */
#ifndef IMSI_XML_H
#define IMSI_XML_H

#include "model/builder.h"
#include "read/source.h"

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
