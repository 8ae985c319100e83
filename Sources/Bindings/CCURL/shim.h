#pragma once
#include <curl/curl.h>

// Only what Swift cannot import: variadic functions.

static inline CURLcode delibere_curl_set_long(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

// The text is copied.
static inline CURLcode delibere_curl_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}

// Bytes that are copied, NUL among them.
static inline CURLcode delibere_curl_set_body(CURL *handle, const void *bytes, curl_off_t count) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, count);
  return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_COPYPOSTFIELDS, bytes) : code;
}

// The list must outlive the transfer.
static inline CURLcode delibere_curl_set_list(
    CURL *handle, CURLoption option, struct curl_slist *list) {
  return curl_easy_setopt(handle, option, list);
}

// Where what comes is given: the body, or the lines of the headers.
static inline CURLcode delibere_curl_set_receiver(
    CURL *handle, CURLoption function, CURLoption data, curl_write_callback receiver,
    void *context) {
  CURLcode code = curl_easy_setopt(handle, function, receiver);
  return code == CURLE_OK ? curl_easy_setopt(handle, data, context) : code;
}

// Who is asked, now and then, whether to go on.
static inline CURLcode delibere_curl_set_watcher(
    CURL *handle, curl_xferinfo_callback watcher, void *context) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
  if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, watcher);
  return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_XFERINFODATA, context) : code;
}

// Who gives the bytes to send, of which the number is told.
static inline CURLcode delibere_curl_set_source(
    CURL *handle, curl_read_callback source, curl_off_t count, void *context) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_READFUNCTION, source);
  if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_INFILESIZE_LARGE, count);
  return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_READDATA, context) : code;
}

// Who sees each line of the conversation, both ways.
static inline CURLcode delibere_curl_set_witness(
    CURL *handle, curl_debug_callback witness, void *context) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L);
  if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, witness);
  return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_DEBUGDATA, context) : code;
}

static inline CURLcode delibere_curl_get_long(CURL *handle, CURLINFO info, long *value) {
  return curl_easy_getinfo(handle, info, value);
}
