#include "read/zip.h"

#include "base/arena.h"
#include "base/vec.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

enum { FREE_OF_RATIO = 1 << 20 };

typedef struct part {
  const char *key; /* its name as names are compared */
  zip_uint64_t index;
} part;

struct imsi_zip {
  zip_t *archive;
  zip_file_t *open; /* the part that is read */
  const char *name; /* and its name */
  uint64_t left;    /* of it */
  uint64_t total;   /* begun so far */
  imsi_zip_limits limits;
  imsi_arena arena;
  imsi_vec parts; /* of part, by key */
  bool encrypted;
};

/* ---- what is wrong ---- */

static ims_status explain(imsi_strbuf *why, const char *text, const char *name)
{
  imsi_strbuf_clear(why);
  imsi_strbuf_fill(why, text, (const char *const[4]){ name });
  return IMS_INVALID;
}

static ims_status too_much(imsi_strbuf *why, const char *text, const char *name, uint64_t limit)
{
  char number[24];
  snprintf(number, sizeof number, "%llu", (unsigned long long)limit);
  imsi_strbuf_clear(why);
  imsi_strbuf_fill(why, text, (const char *const[4]){ name, number });
  return IMS_LIMIT;
}

/* What libzip says, in words for people. */
static ims_status failed(zip_error_t *error, const char *name, imsi_strbuf *why)
{
  switch (zip_error_code_zip(error)) {
  case ZIP_ER_MEMORY:
    return IMS_NOMEM;
  case ZIP_ER_OPEN:
  case ZIP_ER_READ:
  case ZIP_ER_SEEK:
  case ZIP_ER_NOENT:
    explain(why, "%1", strerror(zip_error_code_system(error)));
    return IMS_IO;
  case ZIP_ER_NOZIP:
    return explain(
        why, "the end of it is missing, and with it the list of its parts: nothing was read, get the file once more",
        NULL);
  case ZIP_ER_INCONS:
    return explain(why, "its list of parts does not agree with the parts", NULL);
  case ZIP_ER_CRC:
    return explain(why, "the checksum of '%1' is wrong", name);
  case ZIP_ER_ENCRNOTSUPP:
  case ZIP_ER_NOPASSWD:
    return explain(why, "'%1' is encrypted", name);
  default:
    return explain(why, "'%1' cannot be unpacked", name);
  }
}

/* ---- opening ---- */

static int compare_parts(const void *a, const void *b)
{
  return strcmp(((const part *)a)->key, ((const part *)b)->key);
}

/* Names are compared without case, and some programs write the other slash. */
static char key_letter(char c)
{
  if (c >= 'A' && c <= 'Z')
    return (char)(c | 0x20);
  if (c == '\\')
    return '/';
  return c;
}

static ims_status add_part(imsi_zip *zip, zip_uint64_t index, imsi_strbuf *why)
{
  zip_stat_t about;
  if (zip_stat_index(zip->archive, index, ZIP_FL_ENC_RAW, &about) != 0 || !(about.valid & ZIP_STAT_NAME))
    return failed(zip_get_error(zip->archive), "?", why);
  if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) && about.encryption_method != ZIP_EM_NONE)
    zip->encrypted = true;
  const char *name = about.name + strspn(about.name, "/");
  char *key = imsi_arena_copy(&zip->arena, name, strlen(name));
  if (!key)
    return IMS_NOMEM;
  for (char *letter = key; *letter; letter++)
    *letter = key_letter(*letter);
  return imsi_vec_push(&zip->parts, &(part){ key, index });
}

static ims_status index_parts(imsi_zip *zip, imsi_strbuf *why)
{
  const zip_int64_t count = zip_get_num_entries(zip->archive, 0);
  if (count > zip->limits.max_parts)
    return too_much(why, "the archive has more than %2 parts", NULL, zip->limits.max_parts);
  for (zip_int64_t i = 0; i < count; i++) {
    const ims_status status = add_part(zip, (zip_uint64_t)i, why);
    if (status)
      return status;
  }
  if (zip->parts.count)
    qsort(zip->parts.data, zip->parts.count, sizeof(part), compare_parts);
  for (size_t i = 1; i < zip->parts.count; i++)
    if (compare_parts(&IMSI_AT(part, &zip->parts, i - 1), &IMSI_AT(part, &zip->parts, i)) == 0)
      return explain(why, "it has two parts '%1'", IMSI_AT(part, &zip->parts, i).key);
  return IMS_OK;
}

static ims_status open_archive(imsi_zip *zip, imsi_zip_source source, imsi_strbuf *why)
{
  zip_error_t error;
  zip_error_init(&error);
  ims_status status = IMS_OK;
  zip_source_t *bytes = source.data ? zip_source_buffer_create(source.data, source.size, 0, &error)
                                    : zip_source_file_create(source.path, 0, -1, &error);
  if (!bytes || !(zip->archive = zip_open_from_source(bytes, ZIP_RDONLY | ZIP_CHECKCONS, &error))) {
    zip_source_free(bytes);
    status = failed(&error, "", why);
  }
  zip_error_fini(&error);
  return status;
}

ims_status imsi_zip_open(imsi_zip_source source, const imsi_zip_limits *limits, imsi_strbuf *why, imsi_zip **zip)
{
  imsi_zip *made = calloc(1, sizeof *made);
  if (!made)
    return IMS_NOMEM;
  made->limits = *limits;
  made->parts = IMSI_VEC(part);
  ims_status status = open_archive(made, source, why);
  if (!status)
    status = index_parts(made, why);
  if (status)
    imsi_zip_free(made);
  else
    *zip = made;
  return status;
}

static void end_part(imsi_zip *zip)
{
  if (zip->open)
    zip_fclose(zip->open);
  zip->open = NULL;
}

void imsi_zip_free(imsi_zip *zip)
{
  if (!zip)
    return;
  end_part(zip);
  if (zip->archive)
    zip_discard(zip->archive);
  imsi_vec_free(&zip->parts);
  imsi_arena_free(&zip->arena);
  free(zip);
}

bool imsi_zip_encrypted(const imsi_zip *zip)
{
  return zip->encrypted;
}

bool imsi_zip_find(const imsi_zip *zip, const char *path, size_t *found)
{
  size_t low = 0, high = zip->parts.count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    const char *key = IMSI_AT(part, &zip->parts, middle).key;
    size_t i = 0;
    while (key[i] && key[i] == key_letter(path[i]))
      i++;
    if (!key[i] && !path[i]) {
      *found = middle;
      return true;
    }
    if ((unsigned char)key[i] < (unsigned char)key_letter(path[i]))
      low = middle + 1;
    else
      high = middle;
  }
  return false;
}

/* ---- reading ---- */

static ims_status check_size(imsi_zip *zip, const zip_stat_t *about, bool ahead, imsi_strbuf *why)
{
  const zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD;
  if ((about->valid & needed) != needed || (about->comp_method != ZIP_CM_STORE && about->comp_method != ZIP_CM_DEFLATE))
    return explain(why, "'%1' is packed in a way that workbooks are not", zip->name);
  if (about->size > FREE_OF_RATIO && about->size / zip->limits.max_ratio > about->comp_size)
    return too_much(why, "'%1' unpacks to more than %2 times its size", zip->name, zip->limits.max_ratio);
  if (about->size > zip->limits.max_total - zip->total)
    return too_much(why, "the parts up to '%1' unpack to more than %2 bytes", zip->name, zip->limits.max_total);
  zip->total += ahead ? 0 : about->size;
  zip->left = about->size;
  return IMS_OK;
}

ims_status imsi_zip_begin(imsi_zip *zip, size_t index, bool ahead, imsi_strbuf *why)
{
  const part *p = &IMSI_AT(part, &zip->parts, index);
  zip_stat_t about;
  end_part(zip);
  zip->name = p->key;
  if (zip_stat_index(zip->archive, p->index, ZIP_FL_ENC_RAW, &about) != 0)
    return failed(zip_get_error(zip->archive), p->key, why);
  const ims_status status = check_size(zip, &about, ahead, why);
  if (status)
    return status;
  zip->open = zip_fopen_index(zip->archive, p->index, 0);
  return zip->open ? IMS_OK : failed(zip_get_error(zip->archive), p->key, why);
}

ims_status imsi_zip_read(imsi_zip *zip, char *buffer, size_t size, imsi_strbuf *why, size_t *got)
{
  char beyond;
  const bool at_end = !zip->left;
  if (size > zip->left)
    size = (size_t)zip->left;
  const zip_int64_t read = zip_fread(zip->open, at_end ? &beyond : buffer, at_end ? 1 : size);
  if (read < 0)
    return failed(zip_file_get_error(zip->open), zip->name, why);
  if (at_end ? read > 0 : read == 0)
    return explain(why, at_end ? "'%1' is longer than it says" : "'%1' is shorter than it says", zip->name);
  zip->left -= (uint64_t)read;
  *got = (size_t)read;
  return IMS_OK;
}
