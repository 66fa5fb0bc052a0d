/** The files below `mappings/` that are compiled in. The definitions are generated, see `engine/tools/embed.c`. */
#ifndef IMSI_EMBEDDED_H
#define IMSI_EMBEDDED_H

#include <stddef.h>

typedef struct imsi_embedded_file {
  const char *name; /**< Path below `mappings/`, such as "standards/iso9001-2015.xml". */
  const unsigned char *data;
  size_t size; /**< Of `data`, in bytes. */
} imsi_embedded_file;

/** Sorted by name, in bytes. */
extern const imsi_embedded_file imsi_embedded[];
extern const size_t imsi_embedded_count;

#endif
