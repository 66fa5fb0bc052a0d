#include "base/strbuf.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int grow(imsi_strbuf *buf, size_t more)
{
  if (buf->status)
    return 0;
  if (buf->capacity - buf->size > more)
    return 1;
  if (more > SIZE_MAX / 2 - buf->size - 1) {
    buf->status = IMS_NOMEM;
    return 0;
  }
  size_t capacity = buf->capacity * 2;
  if (capacity < buf->size + more + 1)
    capacity = buf->size + more + 1;
  if (capacity < 64)
    capacity = 64;
  char *data = realloc(buf->data, capacity);
  if (!data) {
    buf->status = IMS_NOMEM;
    return 0;
  }
  buf->data = data;
  buf->capacity = capacity;
  return 1;
}

void imsi_strbuf_bytes(imsi_strbuf *buf, const char *data, size_t size)
{
  if (!grow(buf, size))
    return;
  if (size)
    memcpy(buf->data + buf->size, data, size);
  buf->size += size;
  buf->data[buf->size] = '\0';
}

void imsi_strbuf_text(imsi_strbuf *buf, const char *text)
{
  imsi_strbuf_bytes(buf, text, strlen(text));
}

void imsi_strbuf_fill(imsi_strbuf *buf, const char *text, const char *const args[4])
{
  for (const char *percent; (percent = strchr(text, '%'));) {
    imsi_strbuf_bytes(buf, text, (size_t)(percent - text));
    const char kind = percent[1];
    if (kind >= '1' && kind <= '4' && args[kind - '1'])
      imsi_strbuf_text(buf, args[kind - '1']);
    else if (kind == '%')
      imsi_strbuf_bytes(buf, "%", 1);
    text = percent + (kind ? 2 : 1);
  }
  imsi_strbuf_text(buf, text);
}

void imsi_strbuf_number(imsi_strbuf *buf, unsigned long long number)
{
  char digits[3 * sizeof number + 1];
  const int length = snprintf(digits, sizeof digits, "%llu", number);
  imsi_strbuf_bytes(buf, digits, (size_t)length);
}

const char *imsi_strbuf_string(const imsi_strbuf *buf)
{
  return buf->data && buf->size ? buf->data : "";
}

void imsi_strbuf_clear(imsi_strbuf *buf)
{
  buf->size = 0;
  buf->status = IMS_OK;
  if (buf->data)
    buf->data[0] = '\0';
}

void imsi_strbuf_free(imsi_strbuf *buf)
{
  if (!buf)
    return;
  free(buf->data);
  *buf = (imsi_strbuf){ 0 };
}
