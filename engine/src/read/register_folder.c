/* A folder as a register: the profile in it, and its delimited text. */

#include "read/folder.h"
#include "read/register_internal.h"

#include <errno.h>
#include <string.h>

static const char *const endings[] = { ".csv", ".CSV", ".tsv", ".TSV" };

/* Workbooks and elements are left alone: a folder often has the same lines in several forms, and each counts once. */
static bool is_part(const char *name)
{
  const size_t size = strlen(name);
  bool found = strcmp(name, "imsmap.xml") == 0;
  for (size_t i = 0; !found && i < sizeof endings / sizeof *endings; i++) {
    const size_t ending = strlen(endings[i]);
    found = size > ending && strcmp(name + size - ending, endings[i]) == 0;
  }
  return found;
}

static ims_status folder_error(ims_register_reader *reader, ims_diag_id id, const char *path, const char *text)
{
  imsi_report(&reader->reporter, id, (ims_pos){ path, 0, 0, NULL }, text, NULL, NULL, NULL);
  reader->file_failed = true;
  return IMS_IO;
}

/* The first failure that ends it all, or the last one. */
static ims_status read_files(ims_register_reader *reader, const imsi_vec *paths)
{
  ims_status worst = IMS_OK;
  for (size_t i = 0; worst != IMS_NOMEM && i < paths->count; i++) {
    const ims_status status = ims_register_reader_file(reader, IMSI_AT(char *, paths, i));
    worst = status ? status : worst;
  }
  return worst;
}

static ims_status read_folder(ims_register_reader *reader, const char *path)
{
  DIR *stream = opendir(path);
  if (!stream)
    return folder_error(reader, IMS_DIAG_CANNOT_OPEN, path, strerror(errno));
  imsi_vec paths = IMSI_PATHS;
  ims_status status = imsi_folder_read(stream, path, is_part, NULL, &paths);
  closedir(stream);
  imsi_folder_sort_paths(&paths);
  if (!status && !paths.count)
    status = folder_error(reader, IMS_DIAG_NO_DATA_FILE, path, ".csv or .tsv");
  if (!status)
    status = read_files(reader, &paths);
  imsi_folder_free_paths(&paths);
  reader->out_of_memory = reader->out_of_memory || status == IMS_NOMEM;
  return status;
}

ims_status ims_register_reader_path(ims_register_reader *reader, const char *path)
{
  return imsi_is_folder(path) ? read_folder(reader, path) : ims_register_reader_file(reader, path);
}
