/** The files of `assets/`, which pages carry with them. The definitions are generated, see `engine/tools/embed.c`. */
#ifndef IMSI_ASSETS_INTERNAL_H
#define IMSI_ASSETS_INTERNAL_H

#include <stddef.h>

typedef struct imsi_asset {
  const char *name; /**< Path below `assets/`, such as "page.css". */
  const unsigned char *data;
  size_t size;      /**< Of `data`, in bytes. */
  const char *hash; /**< As a Content-Security-Policy names it: `sha256-` and Base64. */
} imsi_asset;

/** Sorted by name, in bytes. */
extern const imsi_asset imsi_assets[];
extern const size_t imsi_assets_count;

#endif
