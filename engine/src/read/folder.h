/** What stands in a folder. */
#ifndef IMSI_FOLDER_H
#define IMSI_FOLDER_H

#include "base/vec.h"
#include "ims/status.h"

#include <dirent.h>
#include <stdbool.h>

/** Paths as they are put together; free with imsi_folder_free_paths. */
#define IMSI_PATHS IMSI_VEC(char *)

/**
 * Sorts what an open folder holds.
 *
 * Names that begin with a dot are left alone, as are devices and pipes. A link that leads nowhere counts as a file:
 * opening it says so.
 *
 * @param directory  How the folder is called.
 * @param wanted     True for the name of a file that is looked for.
 * @param below      Gets the paths of folders (of char *); NULL if they are left alone.
 * @param paths      Gets the paths of files (of char *).
 * @return IMS_OK or IMS_NOMEM; what was found so far is in both lists.
 */
ims_status imsi_folder_read(DIR *stream, const char *directory, bool (*wanted)(const char *name), imsi_vec *below,
                            imsi_vec *paths);

/** Puts paths (of char *) in natural order. */
void imsi_folder_sort_paths(imsi_vec *paths);

/** Releases paths (of char *) and their list. */
void imsi_folder_free_paths(imsi_vec *paths);

/** True if the path leads to a folder. */
bool imsi_is_folder(const char *path);

#endif
