// The parts of libcurl and zlib that a transport needs, loaded at run time.
//
// FoundationNetworking is built on libcurl, so the library is available wherever Foundation is, but its header files are not. The
// declarations here are part of libcurl's stable interface: option numbers are never changed or reused. Swift cannot call functions with
// variable arguments, so each of them has one form per argument type.

#ifndef CLOCKIFY_CURL_H
#define CLOCKIFY_CURL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// CURLoption
enum {
    CLOCKIFY_CURL_NOPROGRESS = 43,
    CLOCKIFY_CURL_NOBODY = 44,
    CLOCKIFY_CURL_POST = 47,
    CLOCKIFY_CURL_FRESH_CONNECT = 74,
    CLOCKIFY_CURL_HTTPGET = 80,
    CLOCKIFY_CURL_HTTP_VERSION = 84,
    CLOCKIFY_CURL_NOSIGNAL = 99,
    CLOCKIFY_CURL_HTTP_CONTENT_DECODING = 158,
    CLOCKIFY_CURL_PROTOCOLS = 181,
    CLOCKIFY_CURL_PATH_AS_IS = 234,
    CLOCKIFY_CURL_SUPPRESS_CONNECT_HEADERS = 265,
    CLOCKIFY_CURL_QUICK_EXIT = 322,
    CLOCKIFY_CURL_WRITEDATA = 10001,
    CLOCKIFY_CURL_URL = 10002,
    CLOCKIFY_CURL_PROXY = 10004,
    CLOCKIFY_CURL_READDATA = 10009,
    CLOCKIFY_CURL_HTTPHEADER = 10023,
    CLOCKIFY_CURL_HEADERDATA = 10029,
    CLOCKIFY_CURL_CUSTOMREQUEST = 10036,
    CLOCKIFY_CURL_CAINFO = 10065,
    CLOCKIFY_CURL_WRITEFUNCTION = 20011,
    CLOCKIFY_CURL_READFUNCTION = 20012,
    CLOCKIFY_CURL_HEADERFUNCTION = 20079,
    CLOCKIFY_CURL_POSTFIELDSIZE_LARGE = 30120,
};

// CURLMoption
enum { CLOCKIFY_CURL_MULTI_MAX_HOST_CONNECTIONS = 7 };

// Values of options
enum { CLOCKIFY_CURL_HTTP_1_1 = 2, CLOCKIFY_CURL_PROTOCOL_HTTP_AND_HTTPS = 1 | 2 };

// The values that callbacks return instead of a number of bytes.
enum { CLOCKIFY_CURL_READ_ABORT = 0x10000000, CLOCKIFY_CURL_WRITE_PAUSE = 0x10000001 };

// CURLcode
enum {
    CLOCKIFY_CURLE_OK = 0,
    CLOCKIFY_CURLE_UNSUPPORTED_PROTOCOL = 1,
    CLOCKIFY_CURLE_URL_MALFORMAT = 3,
    CLOCKIFY_CURLE_COULDNT_RESOLVE_PROXY = 5,
    CLOCKIFY_CURLE_COULDNT_RESOLVE_HOST = 6,
    CLOCKIFY_CURLE_COULDNT_CONNECT = 7,
    CLOCKIFY_CURLE_WEIRD_SERVER_REPLY = 8,
    CLOCKIFY_CURLE_PARTIAL_FILE = 18,
    CLOCKIFY_CURLE_OPERATION_TIMEDOUT = 28,
    CLOCKIFY_CURLE_SSL_CONNECT_ERROR = 35,
    CLOCKIFY_CURLE_GOT_NOTHING = 52,
    CLOCKIFY_CURLE_SEND_ERROR = 55,
    CLOCKIFY_CURLE_RECV_ERROR = 56,
    CLOCKIFY_CURLE_PEER_FAILED_VERIFICATION = 60,
    CLOCKIFY_CURLE_SSL_CACERT_BADFILE = 77,
    CLOCKIFY_CURLE_SSL_ISSUER_ERROR = 83,
    CLOCKIFY_CURLE_PROXY = 97,
};

/// A callback that consumes `size * count` bytes, or provides at most that many. `context` is the value that was set for it.
typedef size_t (*clockify_curl_function)(char *bytes, size_t size, size_t count, void *context);

/// Returns the version of libcurl, or NULL if it is missing or older than 7.68. May be called from any thread.
const char *clockify_curl_version(void);

// One request. Only one thread may use it at a time.
void *clockify_curl_easy_make(void);
void clockify_curl_easy_free(void *easy);
bool clockify_curl_set_number(void *easy, long option, int64_t value);
bool clockify_curl_set_text(void *easy, long option, const char *value);
bool clockify_curl_set_context(void *easy, long option, void *value);
bool clockify_curl_set_function(void *easy, long option, clockify_curl_function value);
bool clockify_curl_set_headers(void *easy, void *list);
/// Resumes a request after CLOCKIFY_CURL_WRITE_PAUSE.
void clockify_curl_resume(void *easy);
/// Returns the number of bytes of requests that have been sent.
long clockify_curl_sent_bytes(void *easy);
/// Appends a header to a list, and creates the list if it is NULL. Returns NULL if memory is short.
void *clockify_curl_list_append(void *list, const char *line);
void clockify_curl_list_free(void *list);
/// Returns the meaning of a CURLcode in English.
const char *clockify_curl_reason(long code);

// Many requests on one thread. Only that thread may call these functions, except the ones that create the handle and wake the thread.
/// Must be called first on that thread: writing to a connection that the other side has closed must not terminate the process.
void clockify_curl_begin_thread(void);
void *clockify_curl_multi_make(long connections_per_host);
void clockify_curl_multi_free(void *multi);
bool clockify_curl_multi_add(void *multi, void *easy);
void clockify_curl_multi_remove(void *multi, void *easy);
void clockify_curl_multi_perform(void *multi);
/// Waits until something can be done, or until the thread is woken.
void clockify_curl_multi_wait(void *multi);
void clockify_curl_multi_wake(void *multi);
/// Returns the next request that has ended, and its CURLcode, or NULL if there is none.
void *clockify_curl_multi_next_ended(void *multi, long *code);

/// Decompresses gzip and zlib data.
typedef struct clockify_inflation clockify_inflation;

enum { CLOCKIFY_INFLATION_GOES_ON = 0, CLOCKIFY_INFLATION_ENDED = 1, CLOCKIFY_INFLATION_FAILED = 2 };

/// Returns true if zlib is available.
bool clockify_inflation_is_possible(void);
clockify_inflation *clockify_inflation_make(void);
void clockify_inflation_free(clockify_inflation *inflation);
/// Consumes bytes from `input` and writes bytes to `output`. Both counts are set to the number of bytes used.
int clockify_inflation_run(
    clockify_inflation *inflation, const uint8_t *input, size_t *input_count, uint8_t *output, size_t *output_count);
/// Starts over for the next part: a stream may have several parts.
bool clockify_inflation_reset(clockify_inflation *inflation);

#endif
