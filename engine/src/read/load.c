#define _POSIX_C_SOURCE 200809L /* dirfd */

#include "ims/load.h"

#include "base/try.h"
#include "read/embedded.h"
#include "read/folder.h"
#include "read/xml.h"

#include <errno.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { DIRECTORY_DEPTH = 16 };

struct ims_loader {
  imsi_reporter reporter;
  imsi_builder *builder;
  uint64_t max_size;
  ims_status broken; /* why something was not read although nothing is wrong with it */
};

ims_status ims_loader_new(const ims_load_options *options, ims_diag_sink sink, ims_loader **loader)
{
  xmlInitParser();
  ims_loader *made = calloc(1, sizeof *made);
  if (!made)
    return IMS_NOMEM;
  imsi_reporter_init(&made->reporter, sink);
  made->reporter.progress = options ? options->progress : (ims_observer){ 0 };
  made->max_size = options && options->max_size ? options->max_size : IMS_LOAD_MAX_SIZE;
  const ims_status status = imsi_builder_new(&made->reporter, &made->builder);
  if (status) {
    ims_loader_free(made);
    return status;
  }
  *loader = made;
  return IMS_OK;
}

void ims_loader_free(ims_loader *loader)
{
  if (!loader)
    return;
  imsi_builder_free(loader->builder);
  imsi_reporter_free(&loader->reporter);
  free(loader);
}

void ims_loader_layer(ims_loader *loader)
{
  imsi_builder_layer(loader->builder);
}

ims_status ims_loader_finish(ims_loader *loader, ims_model **model)
{
  return loader->broken ? loader->broken : imsi_builder_finish(loader->builder, model);
}

/* What was given up without an error, for want of memory, must not pass for a whole model in the end. */
static ims_status remember(ims_loader *loader, ims_status status)
{
  if (status && !loader->reporter.errors)
    loader->broken = status;
  return status;
}

/* ---- bytes in memory ---- */

static ims_status read_memory_as(ims_loader *loader, const char *name, const char *data, size_t size, uint64_t max_size)
{
  imsi_memory m = { data, size };
  return remember(loader, imsi_xml_read(loader->builder, &loader->reporter, name, imsi_source_memory(&m), max_size));
}

ims_status ims_loader_memory(ims_loader *loader, const char *name, const char *data, size_t size)
{
  return read_memory_as(loader, name, data, size, loader->max_size);
}

ims_status ims_loader_builtin(ims_loader *loader)
{
  ims_status worst = IMS_OK;
  for (size_t i = 0; i < imsi_embedded_count; i++) {
    char name[128];
    snprintf(name, sizeof name, "builtin:%s", imsi_embedded[i].name);
    const ims_status status = read_memory_as(loader, name, (const char *)imsi_embedded[i].data, imsi_embedded[i].size,
                                             UINT64_MAX); /* what is built in is no file */
    if (status == IMS_NOMEM)
      return status;
    if (status)
      worst = status;
  }
  return worst;
}

/* ---- files ---- */

static ims_status file_error(ims_loader *loader, ims_diag_id id, const char *path, const char *text)
{
  imsi_report(&loader->reporter, id, (ims_pos){ path, 0, 0, NULL }, text, NULL, NULL, NULL);
  return IMS_IO;
}

ims_status ims_loader_file(ims_loader *loader, const char *path)
{
  imsi_file *file = NULL;
  ims_status status = imsi_file_open(path, &loader->reporter, &file);
  if (!status)
    status = imsi_xml_read(loader->builder, &loader->reporter, path, imsi_source_file(file), loader->max_size);
  imsi_file_close(file);
  return remember(loader, status);
}

/* ---- directories ---- */

/* A profile lies where its owner works, maybe among mappings. */
static bool is_data_file(const char *name)
{
  const size_t size = strlen(name);
  return size > 4 && strcmp(name + size - 4, ".xml") == 0 && strcmp(name, "imsmap.xml") != 0;
}

/* A folder that was searched: links may lead to it again. */
typedef struct folder {
  dev_t device;
  ino_t inode;
} folder;

static bool was_searched(const imsi_vec *searched, const struct stat *about)
{
  for (size_t i = 0; i < searched->count; i++) {
    const folder *f = &IMSI_AT(folder, searched, i);
    if (f->device == about->st_dev && f->inode == about->st_ino)
      return true;
  }
  return false;
}

/* Collects the data files in and below `directory`; what begins with a dot is left alone, as are devices and pipes. */
static ims_status collect(ims_loader *loader, const char *directory, imsi_vec *searched, int depth, imsi_vec *paths)
{
  if (depth > DIRECTORY_DEPTH)
    return file_error(loader, IMS_DIAG_CANNOT_OPEN, directory, "folders are nested too deep");
  DIR *stream = opendir(directory);
  if (!stream)
    return file_error(loader, IMS_DIAG_CANNOT_OPEN, directory, strerror(errno));
  imsi_vec below = IMSI_PATHS;
  struct stat about;
  ims_status status = IMS_OK;
  if (fstat(dirfd(stream), &about) == 0 && !was_searched(searched, &about)) {
    status = imsi_vec_push(searched, &(folder){ about.st_dev, about.st_ino });
    if (!status)
      status = imsi_folder_read(stream, directory, is_data_file, &below, paths);
  }
  closedir(stream);
  imsi_folder_sort_paths(&below);
  for (size_t i = 0; status != IMS_NOMEM && i < below.count; i++) { /* what cannot be opened does not hide the rest */
    const ims_status part = collect(loader, IMSI_AT(char *, &below, i), searched, depth + 1, paths);
    status = part ? part : status;
  }
  imsi_folder_free_paths(&below);
  return status;
}

static ims_status load_directory(ims_loader *loader, const char *path)
{
  imsi_vec paths = IMSI_PATHS, searched = IMSI_VEC(folder);
  ims_status status = collect(loader, path, &searched, 0, &paths), worst = status;
  imsi_vec_free(&searched);
  if (!status && !paths.count)
    status = file_error(loader, IMS_DIAG_NO_DATA_FILE, path, ".xml");
  imsi_folder_sort_paths(&paths);
  for (size_t i = 0; status != IMS_NOMEM && i < paths.count; i++) {
    status = ims_loader_file(loader, IMSI_AT(char *, &paths, i));
    worst = status ? status : worst;
  }
  imsi_folder_free_paths(&paths);
  return worst ? worst : status;
}

ims_status ims_loader_path(ims_loader *loader, const char *path)
{
  if (imsi_is_folder(path))
    return remember(loader, load_directory(loader, path));
  return ims_loader_file(loader, path);
}
