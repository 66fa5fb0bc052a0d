#define _POSIX_C_SOURCE 200809L /* fstatat, dirfd */

#include "read/folder.h"

#include "base/natural.h"
#include "base/try.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static int compare_paths(const void *a, const void *b)
{
  return imsi_natural_compare(*(char *const *)a, *(char *const *)b);
}

static ims_status add_path(imsi_vec *paths, const char *directory, const char *name)
{
  const size_t size = strlen(directory) + strlen(name) + 2;
  char *path = malloc(size);
  if (!path)
    return IMS_NOMEM;
  const bool slash = *directory && directory[strlen(directory) - 1] == '/';
  snprintf(path, size, "%s%s%s", directory, slash ? "" : "/", name);
  const ims_status status = imsi_vec_push(paths, &path);
  if (status)
    free(path);
  return status;
}

ims_status imsi_folder_read(DIR *stream, const char *directory, bool (*wanted)(const char *name), imsi_vec *below,
                            imsi_vec *paths)
{
  for (const struct dirent *entry; (entry = readdir(stream));) {
    struct stat about;
    if (entry->d_name[0] == '.')
      continue;
    const bool there = fstatat(dirfd(stream), entry->d_name, &about, 0) == 0;
    if (there && S_ISDIR(about.st_mode)) {
      if (below)
        IMS_TRY(add_path(below, directory, entry->d_name));
    } else if (wanted(entry->d_name) && (!there || S_ISREG(about.st_mode))) {
      IMS_TRY(add_path(paths, directory, entry->d_name));
    }
  }
  return IMS_OK;
}

void imsi_folder_sort_paths(imsi_vec *paths)
{
  if (paths->count)
    qsort(paths->data, paths->count, sizeof(char *), compare_paths);
}

void imsi_folder_free_paths(imsi_vec *paths)
{
  for (size_t i = 0; i < paths->count; i++)
    free(IMSI_AT(char *, paths, i));
  imsi_vec_free(paths);
}

bool imsi_is_folder(const char *path)
{
  struct stat about;
  return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}
