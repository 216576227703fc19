// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/certificate_chain.h"

#include "models/base/sha256.h"

#include <QCoreApplication>
#include <QFile>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <arpa/inet.h>

namespace crema::http {
namespace {

tl::unexpected<Problem> badCertificate(const QString &file)
{
    return failure(ProblemKind::Device, QStringLiteral("tls.certificate"),
                   QCoreApplication::translate("Door", "There is no certificate in %1.").arg(file),
                   QCoreApplication::translate("Door", "Name a readable PEM file that begins with the certificate of "
                                                       "this machine, with those of its issuers behind it."));
}

QString textOf(ASN1_STRING *string)
{
    unsigned char *utf8 = nullptr;
    const int length = ASN1_STRING_to_UTF8(&utf8, string);
    const QString text = length < 0 ? QString() : QString::fromUtf8(reinterpret_cast<const char *>(utf8), length);
    OPENSSL_free(utf8);
    return text;
}

UtcTime timeOf(const ASN1_TIME *time)
{
    std::tm parts{};
    return ASN1_TIME_to_tm(time, &parts) == 1 ? UtcTime(std::int64_t(::timegm(&parts)) * 1'000) : UtcTime();
}

QString pinOf(const X509 *certificate)
{
    unsigned char *der = nullptr;
    const int length = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
    const QByteArray hash = sha256(QByteArrayView(reinterpret_cast<const char *>(der), length));
    OPENSSL_free(der);
    return QStringLiteral("sha256=") +
           QString::fromLatin1(hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QStringList namesOf(X509 *certificate)
{
    QStringList names;
    const Owned<GENERAL_NAMES, &GENERAL_NAMES_free> general(
        static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    for (int i = 0; general && i < sk_GENERAL_NAME_num(general.get()); ++i) {
        const GENERAL_NAME *name = sk_GENERAL_NAME_value(general.get(), i);
        if (name->type == GEN_DNS) {
            names.append(textOf(name->d.dNSName));
        } else if (name->type == GEN_IPADD) {
            const int length = ASN1_STRING_length(name->d.iPAddress);
            if (length != sizeof(in_addr) && length != sizeof(in6_addr))
                continue;
            const int family = length == sizeof(in_addr) ? AF_INET : AF_INET6;
            std::array<char, INET6_ADDRSTRLEN> text{};
            if (::inet_ntop(family, ASN1_STRING_get0_data(name->d.iPAddress), text.data(), text.size()))
                names.append(QString::fromLatin1(text.data()));
        }
    }
    return names;
}

} // namespace

std::optional<QByteArray> pemIn(const QString &name)
{
    constexpr qint64 longest = 1024 * 1024;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly) || file.size() > longest)
        return std::nullopt;
    return file.readAll();
}

Memory memoryOf(const QByteArray &bytes)
{
    return Memory(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
}

int noPassphrase(char *, int, int, void *)
{
    return 0;
}

CertificateFacts factsOf(X509 *certificate)
{
    CertificateFacts facts;
    X509_NAME *subject = X509_get_subject_name(certificate);
    if (const int at = X509_NAME_get_index_by_NID(subject, NID_commonName, -1); at >= 0)
        facts.subject = textOf(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at)));
    facts.names = namesOf(certificate);
    facts.validFrom = timeOf(X509_get0_notBefore(certificate));
    facts.validTo = timeOf(X509_get0_notAfter(certificate));
    facts.pin = pinOf(certificate);
    return facts;
}

Result<std::vector<Certificate>> readChain(const QString &file)
{
    const std::optional<QByteArray> pem = pemIn(file);
    std::vector<Certificate> chain;
    const Memory memory = memoryOf(pem.value_or(QByteArray()));
    while (X509 *next = PEM_read_bio_X509(memory.get(), nullptr, &noPassphrase, nullptr))
        chain.emplace_back(next);
    ERR_clear_error();
    if (chain.empty())
        return badCertificate(file);
    return chain;
}

Result<CertificateFacts> readCertificate(const QString &file)
{
    const auto chain = readChain(file);
    if (!chain)
        return failure(chain.error());
    return factsOf(chain->front().get());
}

} // namespace crema::http
