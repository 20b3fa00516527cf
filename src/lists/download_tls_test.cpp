// Downloads over TLS: with a certificate made for the test.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include "base/file.h"
#include "lists/download.h"
#include "support/list_server.h"

namespace vedette::lists {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

const FixedClock kClock(std::chrono::sys_days(std::chrono::year(2025) / 12 / 1));

struct FreeKey {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
struct FreeCertificate {
  void operator()(X509* certificate) const { X509_free(certificate); }
};
struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

// A certificate for an address that vouches for itself, valid for an hour, as two PEM files.
void write_certificate(const std::string& address, const fs::path& certificate_file, const fs::path& key_file) {
  const std::unique_ptr<EVP_PKEY, FreeKey> key(EVP_EC_gen("P-256"));
  const std::unique_ptr<X509, FreeCertificate> certificate(X509_new());
  ASSERT_TRUE(key && certificate);
  X509_set_version(certificate.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
  X509_set_pubkey(certificate.get(), key.get());
  X509_NAME* name = X509_get_subject_name(certificate.get());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("test"), -1, -1, 0);
  X509_set_issuer_name(certificate.get(), name);
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, ("IP:" + address).c_str());
  X509_add_ext(certificate.get(), extension, -1);
  X509_EXTENSION_free(extension);
  ASSERT_GT(X509_sign(certificate.get(), key.get(), EVP_sha256()), 0);
  const std::unique_ptr<std::FILE, CloseFile> out(std::fopen(certificate_file.c_str(), "w"));
  const std::unique_ptr<std::FILE, CloseFile> key_out(std::fopen(key_file.c_str(), "w"));
  ASSERT_EQ(PEM_write_X509(out.get(), certificate.get()), 1);
  ASSERT_EQ(PEM_write_PrivateKey(key_out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr), 1);
}

class TlsTest : public ::testing::Test {
 protected:
  Result<Download> fetch(const std::string& url, const std::string& certificates) {
    auto client = make_http_client({.user_agent = "vedette/test", .certificates = certificates}).value();
    Pacing pacing = real_pacing(kClock);
    pacing.sleep = [](std::chrono::milliseconds) {};
    return HttpFetcher(std::move(client), {}, pacing).fetch({.url = url, .path = path, .known = {}}, {});
  }

  vedette::testing::TemporaryFolder folder;
  const fs::path path = folder.path() / "list.xml";
  const std::string certificate = folder.path() / "certificate.pem";
  const std::string key = folder.path() / "key.pem";
};

TEST_F(TlsTest, TheCertificateIsVerified) {
  write_certificate("127.0.0.1", certificate, key);
  const vedette::testing::ListServer server(certificate, key);
  ASSERT_TRUE(server.runs());
  server.put("list.xml", "<list/>");
  const auto trusted = fetch(server.url("/good/list.xml"), certificate);
  ASSERT_TRUE(trusted) << trusted.error().to_string();
  EXPECT_EQ(read_file(path, 100).value(), "<list/>");
  fs::remove(path);

  const auto unknown = fetch(server.url("/good/list.xml"), {});
  ASSERT_FALSE(unknown) << "nobody whom this machine trusts vouches for it";
  EXPECT_EQ(unknown.error().code, ErrorCode::kRefused);
  EXPECT_THAT(unknown.error().message, HasSubstr("the server cannot be trusted (SSL certificate problem"));
  EXPECT_FALSE(fs::exists(path));
}

TEST_F(TlsTest, TheCertificateMustBeForThisHost) {
  write_certificate("127.0.0.2", certificate, key);
  const vedette::testing::ListServer server(certificate, key);
  ASSERT_TRUE(server.runs());
  server.put("list.xml", "<list/>");
  const auto done = fetch(server.url("/good/list.xml"), certificate);
  ASSERT_FALSE(done);
  EXPECT_THAT(done.error().message, HasSubstr("the server cannot be trusted ("));
}

TEST_F(TlsTest, TheWayNeverLeadsFromHttpsToHttp) {
  write_certificate("127.0.0.1", certificate, key);
  const vedette::testing::ListServer secure(certificate, key);
  const vedette::testing::ListServer open;
  ASSERT_TRUE(secure.runs() && open.runs());
  open.put("list.xml", "<list/>");
  secure.put("list.xml", "<list/>");
  secure.put("abroad.txt", open.url("/good/list.xml"));
  const auto refused = fetch(secure.url("/moved-abroad/list.xml"), certificate);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kRefused);
  EXPECT_THAT(refused.error().message, HasSubstr("the server redirects from https to http://127.0.0.1"));
  EXPECT_TRUE(open.requests().empty());

  // The other way is fine; and what came over https once does not come over http at the next step.
  open.put("abroad.txt", secure.url("/good/list.xml"));
  EXPECT_TRUE(fetch(open.url("/moved-abroad/list.xml"), certificate));
  fs::remove(path);
  open.put("abroad.txt", secure.url("/moved-abroad/list.xml"));
  EXPECT_FALSE(fetch(open.url("/moved-abroad/list.xml"), certificate));
}

}  // namespace
}  // namespace vedette::lists
