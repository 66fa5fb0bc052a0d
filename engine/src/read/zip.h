/** Parts of a zip archive, one after the other, under limits that are checked before anything is unpacked. The only
   user of libzip. */
#ifndef IMSI_ZIP_H
#define IMSI_ZIP_H

#include "base/strbuf.h"
#include "ims/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct imsi_zip imsi_zip;

typedef struct imsi_zip_limits {
  uint64_t max_total; /**< bytes unpacked, of all parts that are read */
  uint32_t max_parts; /**< in the archive */
  uint32_t max_ratio; /**< of unpacked to packed size of a part over 1 MiB */
} imsi_zip_limits;

/** The archive in memory if there is `data`, else the file at `path`. */
typedef struct imsi_zip_source {
  const char *path;
  const char *data; /**< borrowed until imsi_zip_free */
  size_t size;
} imsi_zip_source;

/**
 * Opens an archive. Names that differ in case only, or in the kind of slash, count as one, which no part may share.
 *
 * @param why  Gets a few words on what is wrong, of every failure but IMS_NOMEM; so it does below.
 * @return IMS_OK; IMS_INVALID if it is damaged, IMS_LIMIT if it has too many parts, IMS_IO, IMS_NOMEM.
 */
ims_status imsi_zip_open(imsi_zip_source source, const imsi_zip_limits *limits, imsi_strbuf *why, imsi_zip **zip);

/** Closes the archive. Accepts NULL. */
void imsi_zip_free(imsi_zip *zip);

/** Finds a part by its path. False if there is none. Cost: O(log parts). */
bool imsi_zip_find(const imsi_zip *zip, const char *path, size_t *found);

/**
 * Begins to read a part, and ends the one before.
 *
 * @param ahead  It will be read once more: it does not count for `max_total` yet.
 * @return IMS_OK; IMS_LIMIT if it would unpack to too much; IMS_INVALID if it is encrypted or cannot be unpacked;
 * IMS_IO, IMS_NOMEM.
 */
ims_status imsi_zip_begin(imsi_zip *zip, size_t index, bool ahead, imsi_strbuf *why);

/**
 * Reads on. At the end the checksum is checked.
 *
 * @param got  Gets the number of bytes; 0 at the end only.
 * @return IMS_OK; IMS_INVALID if the part is damaged or longer than it says; IMS_IO, IMS_NOMEM.
 */
ims_status imsi_zip_read(imsi_zip *zip, char *buffer, size_t size, imsi_strbuf *why, size_t *got);

/** True if any part is encrypted. */
bool imsi_zip_encrypted(const imsi_zip *zip);

#endif
