// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/client_address.h"

#include <gtest/gtest.h>

namespace crema::http {
namespace {

AddressRanges ranges(const char *text)
{
    const Result<AddressRanges> read = AddressRanges::fromText(QString::fromLatin1(text));
    EXPECT_TRUE(read) << text;
    return read.value_or(AddressRanges());
}

std::string senderOf(const AddressRanges &proxies, const char *peer, const char *forwardedFor)
{
    return senderBehind(proxies, QString::fromLatin1(peer), forwardedFor).toStdString();
}

TEST(AddressRanges, AreAddressesAndNetworks)
{
    const AddressRanges trusted = ranges("127.0.0.1, 10.1.0.0/15,fd00::/8 ,2001:db8::7");
    for (const char *address : {"127.0.0.1", "10.0.0.0", "10.1.255.255", "fd12::1", "2001:db8::7", "::ffff:10.1.2.3"})
        EXPECT_TRUE(trusted.contains(QString::fromLatin1(address))) << address;
    for (const char *address : {"127.0.0.2", "10.2.0.0", "9.255.255.255", "fe00::1", "2001:db8::8", "", "10.1"})
        EXPECT_FALSE(trusted.contains(QString::fromLatin1(address))) << address;
    EXPECT_TRUE(ranges("0.0.0.0/0").contains(QStringLiteral("203.0.113.9")));
    EXPECT_FALSE(ranges("0.0.0.0/0").contains(QStringLiteral("2001:db8::1")));
    EXPECT_FALSE(ranges("").contains(QStringLiteral("127.0.0.1")));
}

TEST(AddressRanges, NameWhatIsNoAddress)
{
    for (const char *odd :
         {"proxy.example", "10.0.0.0/33", "::1/129", "10.0.0.0/-1", "10.0.0.0/x", "10.0.0.0/8/8", "/8"}) {
        const Result<AddressRanges> read = AddressRanges::fromText(QStringLiteral("127.0.0.1, ") + QLatin1String(odd));
        ASSERT_FALSE(read) << odd;
        EXPECT_EQ(read.error().code, QStringLiteral("door.addresses"));
        EXPECT_TRUE(read.error().message.contains(QLatin1String(odd))) << qPrintable(read.error().message);
    }
}

/// Whatever stands before the last address that is no proxy was written by the sender, who may write anything.
TEST(SenderBehindProxies, IsNotWhatTheSenderSays)
{
    const AddressRanges trusted = ranges("127.0.0.1,10.0.0.0/8");
    EXPECT_EQ(senderOf(trusted, "127.0.0.1", "203.0.113.9"), "203.0.113.9");
    EXPECT_EQ(senderOf(trusted, "127.0.0.1", "198.51.100.1, 203.0.113.9, 10.0.0.5"), "203.0.113.9");
    EXPECT_EQ(senderOf(trusted, "127.0.0.1", "10.0.0.1, 10.0.0.2"), "10.0.0.1");
    EXPECT_EQ(senderOf(trusted, "127.0.0.1", "203.0.113.9:4711"), "203.0.113.9");
    EXPECT_EQ(senderOf(trusted, "127.0.0.1", "[2001:DB8::9]:4711"), "2001:db8::9");
    EXPECT_EQ(senderOf(trusted, "127.0.0.1", "::ffff:203.0.113.9"), "203.0.113.9");
    EXPECT_EQ(senderOf(trusted, "127.0.0.1", ""), "127.0.0.1");
    for (const char *odd : {"unknown", "_hidden", "203.0.113", "[", "203.0.113.9, ", ",", "<script>"})
        EXPECT_EQ(senderOf(trusted, "127.0.0.1", odd), "127.0.0.1") << odd;
    EXPECT_EQ(senderOf(trusted, "127.0.0.1", "203.0.113.9, unknown, 10.0.0.5"), "10.0.0.5");
    EXPECT_EQ(senderOf(trusted, "192.0.2.1", "203.0.113.9"), "192.0.2.1") << "the peer is no proxy of ours";
    EXPECT_EQ(senderOf(ranges(""), "127.0.0.1", "203.0.113.9"), "127.0.0.1");
}

} // namespace
} // namespace crema::http
