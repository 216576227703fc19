// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/category.h"
#include "models/customers/customer.h"
#include "models/pricing/coupon_standing.h"
#include "sync/client/client_state.h"
#include "sync/client/gift_card_view.h"
#include "sync/client/payment_ask.h"
#include "sync/client/points_view.h"
#include "sync/client/product_view.h"
#include "sync/client/return_draft.h"
#include "sync/client/sale_draft.h"
#include "sync/client/sale_view.h"
#include "sync/client/sync_report.h"

#include <QCoroTask>

#include <QObject>
#include <QUrl>

namespace crema {

/// What the till needs of the local store and the platform: the part of sync::Client that it may call, so that its
/// behaviour can be tested against answers that are late, fail or never come. Tasks resume on the caller's thread.
class TillDesk : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual const sync::ClientState &state() const = 0;
    [[nodiscard]] virtual QCoro::Task<Result<void>> enroll(QUrl platform, QString code, QString deviceName) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<QList<Category>>> categories() = 0;
    [[nodiscard]] virtual QCoro::Task<Result<QList<sync::ProductView>>> products(sync::ProductFilter filter) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<sync::ProductView>> product(ProductId id) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<QList<sync::ProductView>>> findProducts(QString text, int limit) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<sync::CodeHit>> findByCode(QString code) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<Shift>> openShift(Money floatAmount) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<Sale>> quote(sync::SaleDraft draft) = 0;
    /// The promotion of a code that somebody typed or scanned, or why it is not taken.
    [[nodiscard]] virtual QCoro::Task<Result<Promotion>> promotionOfCoupon(QString typed) = 0;
    /// What the coupons of a draft give for it, or why nothing.
    [[nodiscard]] virtual QCoro::Task<Result<QList<CouponStanding>>> couponsOf(sync::SaleDraft draft) = 0;
    /// A new card with nothing on it.
    [[nodiscard]] virtual QCoro::Task<Result<sync::IssuedGiftCard>> issueGiftCard() = 0;
    [[nodiscard]] virtual QCoro::Task<Result<sync::GiftCardView>> giftCard(QString code) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<sync::GiftCardView>> storeCredit(CustomerId customer) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<sync::PointsView>> points(CustomerId customer) = 0;
    /// Whose card this is: mostly one.
    [[nodiscard]] virtual QCoro::Task<Result<QList<Customer>>> customersWithCard(QString card) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<sync::SaleView>> completeSale(sync::SaleDraft draft) = 0;
    // Online payments
    [[nodiscard]] virtual QCoro::Task<Result<PaymentIntent>> askPayment(sync::PaymentAsk ask) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<PaymentIntent>> paymentIntent(PaymentIntentId id) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<PaymentIntent>> cancelPayment(PaymentIntentId id) = 0;
    /// Sends and fetches at once.
    [[nodiscard]] virtual QCoro::Task<Result<sync::SyncReport>> syncOnce() = 0;
    /// What comes back, with what is bought in exchange.
    [[nodiscard]] virtual QCoro::Task<Result<Sale>> quoteReturn(sync::ReturnDraft draft) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<sync::SaleView>> returnSale(sync::ReturnDraft draft) = 0;

Q_SIGNALS:
    /// Something in state() is different now.
    void changed();
    /// Catalog or stock are different now.
    void dataChanged();
};

} // namespace crema
