/* Archives through libzip, in memory. */

#include "write/docx_internal.h"

#include <stdlib.h>
#include <zip.h>

enum { CHUNK = 1 << 16, FIRST_DAY = 1 << 5 | 1 /* 1 January 1980, as archives count */ };

/* Nothing here can fail for another reason: names and options are ours. */
static ims_status add(zip_t *archive, const imsi_docx_part *part)
{
  zip_source_t *source = zip_source_buffer(archive, part->data, part->size, 0);
  if (!source)
    return IMS_NOMEM;
  const zip_int64_t index = zip_file_add(archive, part->name, source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    return IMS_NOMEM;
  }
  return zip_file_set_dostime(archive, (zip_uint64_t)index, 0, FIRST_DAY, 0) ? IMS_NOMEM : IMS_OK;
}

static ims_status pack(zip_source_t *to, const imsi_docx_part *parts, size_t count)
{
  zip_source_keep(to); /* closing the archive takes one hold of it away */
  zip_t *archive = zip_open_from_source(to, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  if (!archive) {
    zip_source_free(to);
    return IMS_NOMEM;
  }
  ims_status status = IMS_OK;
  for (size_t i = 0; !status && i < count; i++)
    status = add(archive, &parts[i]);
  if (status || zip_close(archive)) {
    zip_discard(archive);
    return IMS_NOMEM;
  }
  return IMS_OK;
}

static ims_status hand_over(zip_source_t *from, ims_sink sink)
{
  char *chunk = malloc(CHUNK);
  if (!chunk || zip_source_open(from)) {
    free(chunk);
    return IMS_NOMEM;
  }
  ims_status status = IMS_OK;
  zip_int64_t size;
  while (!status && (size = zip_source_read(from, chunk, CHUNK)) != 0)
    status = size < 0 ? IMS_NOMEM : sink.write(sink.context, chunk, (size_t)size);
  zip_source_close(from);
  free(chunk);
  return status;
}

ims_status imsi_docx_zip(const imsi_docx_part *parts, size_t count, ims_sink sink)
{
  zip_source_t *archive = zip_source_buffer_create(NULL, 0, 0, NULL);
  if (!archive)
    return IMS_NOMEM;
  ims_status status = pack(archive, parts, count);
  if (!status)
    status = hand_over(archive, sink);
  zip_source_free(archive);
  return status;
}
