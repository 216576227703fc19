// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/unknown_code_presenter.h"

#include "models/people/approval.h"
#include "ui/presenters/shell/notices.h"

namespace crema {

UnknownCodePresenter::UnknownCodePresenter(ShopDesk &desk, TillPresenter &till, Notices &notices, QObject *parent)
    : QObject(parent), m_desk(desk), m_till(till), m_notices(notices)
{
    connect(&till, &TillPresenter::codeUnknown, this, [this](const QString &code) { setStep(Step::Asking, code); });
    connect(&till, &TillPresenter::itemAdded, this, [this] { ignore(); });
    connect(&till, &TillPresenter::codeRefused, this, [this](const QString &code) {
        if (code != m_code && m_step == Step::Asking)
            ignore();
    });
    connect(&till, &TillPresenter::modeChanged, this, [this] { ignore(); });
}

UnknownCodePresenter::~UnknownCodePresenter()
{
    m_stop.request_stop();
}

bool UnknownCodePresenter::mayEdit() const
{
    // Without the right somebody else approves it when it is saved.
    const sync::ClientState &state = m_desk.state();
    return !state.enrolled ||
           (state.person && entitlementOf(*state.person, Permission::CatalogEdit) != Entitlement::Denied);
}

bool UnknownCodePresenter::mayCreate() const
{
    return mayEdit() && m_desk.state().settings.isOn(shop_setting::productsAtTill);
}

void UnknownCodePresenter::setStep(Step step, const QString &code)
{
    if (m_step == step && m_code == code)
        return;
    m_step = step;
    m_code = code;
    Q_EMIT changed();
}

void UnknownCodePresenter::ignore()
{
    if (m_step == Step::None)
        return;
    const bool searching = m_step == Step::Linking;
    setStep(Step::None, {});
    m_till.clearMessage();
    if (searching)
        m_till.setSearchText({});
}

void UnknownCodePresenter::search()
{
    if (m_step == Step::None)
        return;
    const QString code = m_code;
    setStep(Step::None, {});
    m_till.clearMessage();
    m_till.setSearchText(code);
    m_till.actions().find(u"till.search")->trigger();
}

void UnknownCodePresenter::create()
{
    if (m_step != Step::Asking || !mayCreate())
        return;
    m_till.clearMessage();
    setStep(Step::Creating, m_code);
}

void UnknownCodePresenter::link()
{
    if (m_step != Step::Asking || !mayEdit())
        return;
    m_till.clearMessage();
    setStep(Step::Linking, m_code);
    m_till.setSearchText({});
    m_till.actions().find(u"till.search")->trigger();
}

bool UnknownCodePresenter::begin()
{
    if (m_busy || m_step == Step::None)
        return false;
    m_busy = true;
    Q_EMIT changed();
    return true;
}

void UnknownCodePresenter::finish(const Result<sync::ProductView> &product, const VariantId &variant)
{
    m_busy = false;
    if (!product) {
        m_till.say(product.error());
        Q_EMIT changed();
        return;
    }
    ignore();
    m_till.addProduct(*product, variant);
}

void UnknownCodePresenter::saveProduct(const QString &name, std::int64_t priceMinor)
{
    if (m_step != Step::Creating || !begin())
        return;
    Product product;
    product.name = name.trimmed();
    Variant variant;
    variant.sku = m_code; // a code that nobody has is a SKU that nobody has; the catalog can change it
    variant.barcodes = {m_code};
    variant.price = Price{Money(priceMinor, m_desk.state().currency()), 1};
    createProduct(this, m_stop.get_token(), product, variant);
}

QCoro::Task<> UnknownCodePresenter::createProduct(Self self, std::stop_token stop, Product product, Variant variant)
{
    const QList<Variant> variants{variant};
    const Result<sync::ProductView> made = co_await self->m_desk.createProduct(product, variants);
    if (stop.stop_requested() || !self)
        co_return;
    if (made) {
        const Product created = made->product;
        const QString text = tr("%1 is in the catalog now").arg(created.name);
        self->m_notices.post(text, [self, stop, created] {
            if (self)
                archive(self, stop, created);
        });
    }
    self->finish(made, made && !made->variants.isEmpty() ? made->variants.first().variant.id : VariantId());
}

QCoro::Task<> UnknownCodePresenter::archive(Self self, std::stop_token stop, Product product)
{
    Product archived = product;
    archived.archived = true;
    const Result<sync::ProductView> done = co_await self->m_desk.editProduct(product, archived);
    if (!stop.stop_requested() && self && !done)
        self->m_till.say(done.error());
}

void UnknownCodePresenter::linkHit(int row)
{
    if (m_step != Step::Linking || row < 0 || row >= m_till.hits().size() || !begin())
        return;
    linkVariant(this, m_stop.get_token(), m_till.hits().at(row).sku, m_code);
}

QCoro::Task<> UnknownCodePresenter::linkVariant(Self self, std::stop_token stop, QString sku, QString code)
{
    const Result<sync::CodeHit> hit = co_await self->m_desk.findByCode(sku);
    if (stop.stop_requested() || !self)
        co_return;
    if (!hit) {
        self->finish(failure(hit.error()), VariantId());
        co_return;
    }
    const Variant before = hit->hit().variant;
    const QString name = tillItem(hit->product, hit->hit()).name;
    Variant after = before;
    after.barcodes.append(code);
    const Result<sync::ProductView> edited = co_await self->m_desk.editVariant(before, after);
    if (stop.stop_requested() || !self)
        co_return;
    if (edited) {
        const Variant linked = sync::CodeHit{*edited, before.id}.hit().variant;
        self->m_notices.post(tr("%1 belongs to %2 now").arg(code, name), [self, stop, linked, before] {
            if (self)
                takeCode(self, stop, linked, before);
        });
    }
    self->finish(edited, before.id);
}

QCoro::Task<> UnknownCodePresenter::takeCode(Self self, std::stop_token stop, Variant linked, Variant before)
{
    Variant without = linked;
    without.barcodes = before.barcodes;
    const Result<sync::ProductView> done = co_await self->m_desk.editVariant(linked, without);
    if (!stop.stop_requested() && self && !done)
        self->m_till.say(done.error());
}

} // namespace crema
