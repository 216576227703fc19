// SPDX-License-Identifier: GPL-3.0-or-later
// Promotions at the till and at the command line, on the real client and a real store without a network.
#include "sync/client/client.h"
#include "sync/seams/inline_executor.h"
#include "tests/sync/shop.h"
#include "ui/presenters/client_shop_desk.h"
#include "ui/presenters/selling/promotions_presenter.h"
#include "ui/presenters/till/open_cart_presenter.h"
#include "ui/presenters/till/price_steps.h"
#include "ui/presenters/till/till_presenter.h"

#include <gtest/gtest.h>

namespace crema {
namespace {

using presenters::PromotionsPresenter;
using sync::testing::StoreFolder;

/// A cable that is not plugged in.
class Unplugged final : public sync::HttpTransport
{
public:
    [[nodiscard]] QCoro::Task<Result<sync::HttpAnswer>> send(sync::HttpRequest) override
    {
        co_return failure(ProblemKind::Unavailable, QStringLiteral("network.unreachable"),
                          QStringLiteral("The platform does not answer."));
    }
};

template<class Value>
Value now(QCoro::Task<Value> task)
{
    std::optional<Value> value;
    task.then([&](Value result) { value = std::move(result); });
    if (!value)
        ADD_FAILURE() << "the task waits";
    return *value;
}

const QByteArray rules = R"({"promotions":[
 {"name":"Happy hour","action":{"kind":"percentage","rate":1000,"target":"lines"}},
 {"name":"Welcome","action":{"kind":"amount","off":{"currency":"EUR","minor":50,"per":1},"target":"cart"},
  "coupons":[{"code":"welcome"}]}]})";

class PromotionsOnStore : public ::testing::Test
{
protected:
    void SetUp() override
    {
        {
            const auto store = folder.openEnrolled();
            variant = sync::testing::addProduct(*store, QStringLiteral("Flat white"), QStringLiteral("FW"), 400);
        }
        till.start();
        ASSERT_TRUE(now(client.open(folder.request())));
    }

    StoreFolder folder;
    Unplugged network;
    sync::InlineExecutor executor;
    sync::Client client{{folder.clock, folder.randomness, executor, network, folder.disk}};
    ClientShopDesk desk{client};
    QLocale locale{QLocale::English, QLocale::Ireland};
    TillPresenter till{desk, folder.clock, locale};
    PromotionsPresenter promotions{client};
    VariantId variant;
};

} // namespace

TEST_F(PromotionsOnStore, TheTillTakesThemOffAtOnceAndSaysWhy)
{
    ASSERT_TRUE(now(promotions.importRules(rules, false)));
    till.openShift(0);
    till.enterCode(QStringLiteral("FW"));
    ASSERT_EQ(till.lines().size(), 1);
    EXPECT_EQ(till.totals().totalText, QStringLiteral("€3.60"));
    EXPECT_TRUE(till.lines().first().remark.contains(QStringLiteral("Happy hour")));
    ASSERT_TRUE(till.quotedSale());
    const QStringList why = priceStepsOfLine(*till.quotedSale(), 0, locale);
    EXPECT_TRUE(why.join(u'\n').contains(QStringLiteral("Happy hour takes"))) << qPrintable(why.join(u'\n'));
}

TEST_F(PromotionsOnStore, AFileIsTakenWholeOrNotAtAll)
{
    const auto tried = now(promotions.importRules(rules, true));
    ASSERT_TRUE(tried) << qPrintable(tried.error().message);
    EXPECT_EQ(tried->created, 2);
    EXPECT_TRUE(now(promotions.list())->isEmpty()) << "a dry run keeps nothing";
    const QByteArray broken = R"({"promotions":[{"name":"Good","action":{"kind":"percentage","rate":1,"target":"cart"}},
                                                {"name":"Bad","action":{"kind":"lottery"}}]})";
    EXPECT_EQ(now(promotions.importRules(broken, false)).error().code, QStringLiteral("entity.malformed"));
    EXPECT_TRUE(now(promotions.list())->isEmpty());
    ASSERT_TRUE(now(promotions.importRules(rules, false)));
    const auto again = now(promotions.importRules(rules, false));
    EXPECT_EQ(again->created, 0);
    EXPECT_EQ(again->changed, 2);
    EXPECT_EQ(now(promotions.list())->size(), 2);
}

TEST_F(PromotionsOnStore, OneIsFoundByItsNameAndSwitchedOff)
{
    ASSERT_TRUE(now(promotions.importRules(rules, false)));
    EXPECT_EQ(now(promotions.byWords(QStringLiteral("happy")))->name, QStringLiteral("Happy hour"));
    EXPECT_EQ(now(promotions.byWords(QStringLiteral("o"))).error().code, QStringLiteral("promotion.ambiguous"));
    EXPECT_EQ(now(promotions.byWords(QStringLiteral("sad"))).error().code, QStringLiteral("promotion.unknown"));
    EXPECT_TRUE(now(promotions.disable(QStringLiteral("happy")))->disabled);
    till.openShift(0);
    till.enterCode(QStringLiteral("FW"));
    EXPECT_EQ(till.totals().totalText, QStringLiteral("€4.00"));
}

TEST_F(PromotionsOnStore, APriceIsExplainedStepByStep)
{
    ASSERT_TRUE(now(promotions.importRules(rules, false)));
    PriceList list;
    list.name = QStringLiteral("Everybody");
    list.prices = {{variant, 2, Price{Money(380, client.state().currency())}}};
    ASSERT_TRUE(now(client.keepPriceList(list)));
    presenters::PriceQuestion question;
    question.code = QStringLiteral("FW");
    question.units = 2;
    question.coupons = {QStringLiteral("welcome")};
    const auto explained = now(promotions.explain(question));
    ASSERT_TRUE(explained) << qPrintable(explained.error().message);
    QStringList steps;
    for (const PriceStep &step : explained->steps)
        steps.append(priceStepText(step.kind) + u' ' + QString::number(step.amount.minor()));
    EXPECT_EQ(steps.mid(0, 4), (QStringList{QStringLiteral("catalog_price 800"), QStringLiteral("list_price 760"),
                                            QStringLiteral("promotion -76"), QStringLiteral("cart_share -50")}));
    EXPECT_EQ(explained->steps.at(1).label, QStringLiteral("Everybody"));
    EXPECT_EQ(steps.last(), QStringLiteral("total 634"));
    question.coupons = {QStringLiteral("%")};
    EXPECT_EQ(now(promotions.explain(question)).error().code, QStringLiteral("coupon.unreadable"));
}

} // namespace crema
