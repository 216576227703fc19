// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/shop_desk.h"
#include "ui/presenters/till/till_presenter.h"

namespace crema {

/// What a person can do about a code that the catalog does not know, without leaving the sale: search, make a product
/// of it, or give it to a variant that is there. The cart is touched only when something can be sold by it.
/// Desk, till and notices outlive it.
class UnknownCodePresenter final : public QObject
{
    Q_OBJECT

public:
    enum class Step {
        None,     ///< no unknown code, or it was ignored
        Asking,   ///< what to do with code()
        Creating, ///< a product is being described
        Linking,  ///< the variant is being searched with the till's search; the next result takes the code
    };

    UnknownCodePresenter(ShopDesk &desk, TillPresenter &till, Notices &notices, QObject *parent = nullptr);
    ~UnknownCodePresenter() override;

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] const QString &code() const { return m_code; }
    /// Whether the person may change the catalog; without it only search and ignore are offered.
    [[nodiscard]] bool mayEdit() const;
    /// Whether a product may be made of it here: a shop that keeps its catalog in the office sets that it may not.
    [[nodiscard]] bool mayCreate() const;
    [[nodiscard]] bool isBusy() const { return m_busy; }

    void ignore();
    /// Puts the code into the search field, ready to be typed over.
    void search();
    void create();
    void link();
    /// Makes a product of one variant with the code, at this price in minor units (0 or more), and adds it to the cart.
    void saveProduct(const QString &name, std::int64_t priceMinor);
    /// Gives the code to the variant of this row of the till's search results, and adds it to the cart.
    void linkHit(int row);

Q_SIGNALS:
    void changed();

private:
    using Self = QPointer<UnknownCodePresenter>;

    void setStep(Step step, const QString &code);
    [[nodiscard]] bool begin();
    void finish(const Result<sync::ProductView> &product, const VariantId &variant);

    static QCoro::Task<> createProduct(Self self, std::stop_token stop, Product product, Variant variant);
    static QCoro::Task<> linkVariant(Self self, std::stop_token stop, QString sku, QString code);
    static QCoro::Task<> archive(Self self, std::stop_token stop, Product product);
    static QCoro::Task<> takeCode(Self self, std::stop_token stop, Variant linked, Variant before);

    ShopDesk &m_desk;
    TillPresenter &m_till;
    Notices &m_notices;
    std::stop_source m_stop;
    Step m_step = Step::None;
    QString m_code;
    bool m_busy = false;
};

} // namespace crema
