/** Reading files into a model. */
#ifndef IMS_LOAD_H
#define IMS_LOAD_H

#include "ims/diag.h"
#include "ims/model.h"
#include "ims/progress.h"
#include "ims/status.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Collects files, layer by layer, until it is finished into a model. */
typedef struct ims_loader ims_loader;

/** Largest file that is read unless an option says otherwise, in bytes: 64 MiB. */
#define IMS_LOAD_MAX_SIZE ((uint64_t)64 << 20)

/** Initialise with {0}: then every limit has its default. */
typedef struct ims_load_options {
  uint64_t max_size;     /**< Of one file, in bytes; 0 = IMS_LOAD_MAX_SIZE. */
  ims_observer progress; /**< Is told while files are read, and by all that works on the model later. */
} ims_load_options;

/**
 * Makes a loader.
 *
 * @param options  Copied; NULL for the defaults.
 * @param sink     Gets every diagnostic while the loader lives; its context is borrowed.
 * @return IMS_OK or IMS_NOMEM.
 */
IMS_API ims_status ims_loader_new(const ims_load_options *options, ims_diag_sink sink, ims_loader **loader);

/** Gives everything up. Accepts NULL. */
IMS_API void ims_loader_free(ims_loader *loader);

/**
 * Reads the mappings that are compiled into the library.
 *
 * @return IMS_OK, IMS_INVALID (which the tests exclude), IMS_NOMEM.
 */
IMS_API ims_status ims_loader_builtin(ims_loader *loader);

/** Opens the next layer: what is read from now on replaces, by id, what was read before. */
IMS_API void ims_loader_layer(ims_loader *loader);

/**
 * Reads a file, or every `*.xml` file in and below a directory, in natural order of paths.
 *
 * @return IMS_OK; IMS_INVALID, IMS_IO or IMS_LIMIT if a file has errors, cannot be read or is too large: all were
 *         reported, the other files were read; IMS_NOMEM.
 * Cost: O(bytes); memory follows the facts, not the file.
 */
IMS_API ims_status ims_loader_path(ims_loader *loader, const char *path);

/** Reads one file; a directory is an error. Returns as ims_loader_path. */
IMS_API ims_status ims_loader_file(ims_loader *loader, const char *path);

/** Reads `size` bytes of XML; `name` stands for the file in messages. Returns as ims_loader_path. */
IMS_API ims_status ims_loader_memory(ims_loader *loader, const char *name, const char *data, size_t size);

/**
 * Makes the model. Only ims_loader_free may follow.
 *
 * @return IMS_OK; IMS_INVALID if any error was reported since the loader was made: then there is no model; IMS_NOMEM.
 */
IMS_API ims_status ims_loader_finish(ims_loader *loader, ims_model **model);

#ifdef __cplusplus
}
#endif
#endif
