// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/auditing/chain_entry.h"

#include "models/base/sha256.h"
#include "models/security/signing_key.h"

namespace crema::auditing {
namespace {

QByteArray linesOf(const ChainHead &head)
{
    return head.chain.toByteArray(QUuid::WithoutBraces) + '\n' + QByteArray::number(qlonglong(head.number)) + '\n' +
           head.hash.toHex() + '\n';
}

} // namespace

QByteArray chainStart()
{
    return QByteArray(32, '\0');
}

QByteArray chainHash(QByteArrayView previous, QByteArrayView document)
{
    return sha256(previous.toByteArray() + document.toByteArray());
}

QByteArray entryMessage(const ChainHead &entry)
{
    return "crema-journal-entry\n" + linesOf(entry);
}

QByteArray countersignatureMessage(const ChainHead &head, UtcTime at)
{
    return "crema-journal-head\n" + linesOf(head) + at.toString().toLatin1() + '\n';
}

bool isGenuine(const Countersignature &countersignature)
{
    return verifySignature(countersignature.key, countersignatureMessage(countersignature.head, countersignature.at),
                           countersignature.signature);
}

} // namespace crema::auditing
