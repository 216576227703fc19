// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/payments/payment_settings.h"

#include <gtest/gtest.h>

#include <functional>

namespace crema::platform {
namespace {

using namespace Qt::StringLiterals;

PaymentSettings stripeSettings()
{
    PaymentSettings settings;
    settings.stripeKey = u"sk_live_1"_s;
    settings.publicUrl = u"https://crema.example/"_s;
    return settings;
}

TEST(PaymentSettingsTest, SayWhoTakesCardPayments)
{
    EXPECT_EQ(providerKind({}, false), ProviderKind::None);
    EXPECT_EQ(providerKind({}, true), ProviderKind::Simulated);
    EXPECT_EQ(providerKind(stripeSettings(), true), ProviderKind::Stripe) << "a key is meant";
    PaymentSettings settings = stripeSettings();
    settings.provider = u"simulated"_s;
    EXPECT_EQ(providerKind(settings, false), ProviderKind::Simulated);
    settings.provider = u"none"_s;
    EXPECT_EQ(providerKind(settings, true), ProviderKind::None);
}

TEST(PaymentSettingsTest, AreFilledIn)
{
    const auto checked = checkedPaymentSettings(stripeSettings());
    ASSERT_TRUE(checked);
    EXPECT_EQ(checked->stripeBase, u"https://api.stripe.com"_s);
    EXPECT_EQ(checked->publicUrl, u"https://crema.example"_s);
    EXPECT_TRUE(checkedPaymentSettings({}));
}

TEST(PaymentSettingsTest, SendNoKeyInClearAndSayNone)
{
    const auto refused = [](const std::function<void(PaymentSettings &)> &change) {
        PaymentSettings settings = stripeSettings();
        change(settings);
        const auto checked = checkedPaymentSettings(settings);
        if (checked)
            return QString();
        EXPECT_FALSE((checked.error().message + checked.error().hint).contains(u"sk_live"));
        return checked.error().code;
    };
    const QString code = u"usage.payments"_s;
    EXPECT_EQ(refused([](PaymentSettings &each) { each.stripeBase = u"http://api.example"_s; }), code);
    EXPECT_EQ(refused([](PaymentSettings &each) { each.stripeBase = u"https://a:b@api.example"_s; }), code);
    EXPECT_EQ(refused([](PaymentSettings &each) { each.stripeBase = u"http://127.0.0.1:1234"_s; }), QString());
    EXPECT_EQ(refused([](PaymentSettings &each) { each.stripeKey = u"sk_live_1\r\nX: y"_s; }), code);
    EXPECT_EQ(refused([](PaymentSettings &each) { each.publicUrl.clear(); }), code);
    EXPECT_EQ(refused([](PaymentSettings &each) { each.publicUrl = u"ftp://crema.example"_s; }), code);
    EXPECT_EQ(refused([](PaymentSettings &each) { each.provider = u"paypal"_s; }), code);
    EXPECT_EQ(refused([](PaymentSettings &each) {
                  each.provider = u"stripe"_s;
                  each.stripeKey.clear();
              }),
              code);
}

} // namespace
} // namespace crema::platform
