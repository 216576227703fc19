// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/window/main_window.h"

#include "models/people/badge.h"
#include "models/selling/receipt_number.h"
#include "ui/desktop/catalog/bundle_dialog.h"
#include "ui/desktop/display/display_window.h"
#include "ui/desktop/input/chosen_tones.h"
#include "ui/desktop/input/press_times.h"
#include "ui/desktop/input/scan_gate.h"
#include "ui/desktop/input/scanner_filter.h"
#include "ui/desktop/lock/approval_dialog.h"
#include "ui/desktop/lock/lock_overlay.h"
#include "ui/desktop/palette/palette_overlay.h"
#include "ui/desktop/sales/payments_page.h"
#include "ui/desktop/sales/receipt_mail_dialog.h"
#include "ui/desktop/sales/sales_page.h"
#include "ui/desktop/scanner/scanner_page.h"
#include "ui/desktop/sync/offline_banner.h"
#include "ui/desktop/sync/sync_panel.h"
#include "ui/desktop/theme/focus_ring.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/till/cash_dialog.h"
#include "ui/desktop/till/close_shift_dialog.h"
#include "ui/desktop/till/favourites_dialog.h"
#include "ui/desktop/till/gift_card_dialog.h"
#include "ui/desktop/till/off_catalog_dialog.h"
#include "ui/desktop/till/shift_report_dialog.h"
#include "ui/desktop/till/till_page.h"
#include "ui/desktop/till/unreceipted_dialog.h"
#include "ui/desktop/widgets/key_list.h"
#include "ui/desktop/widgets/logo.h"
#include "ui/desktop/widgets/region_cycle.h"
#include "ui/desktop/window/action_binder.h"
#include "ui/desktop/window/header_bar.h"
#include "ui/desktop/window/rail.h"
#include "ui/desktop/window/status_strip.h"
#include "ui/desktop/window/toast.h"
#include "ui/desktop/window/training_banner.h"
#include "ui/presenters/scanner/serial_scanner.h"
#include "ui/presenters/shop_presenters.h"
#include "ui/presenters/till/unreceipted_presenter.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QScreen>
#include <QStackedWidget>

#include <algorithm>

namespace crema::desktop {

MainWindow::MainWindow(Theme &theme, ShopPresenters &shop, Clock &clock, const QLocale &locale, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_shop(shop), m_beeps(std::make_unique<BeepTones>(clock)),
      m_tones(std::make_unique<ChosenTones>(*m_beeps, shop.scanner)),
      m_header(new HeaderBar(theme, shop, clock, locale)), m_rail(new Rail(theme, shop.shell)),
      m_middle(new QHBoxLayout), m_stack(new QStackedWidget), m_binder(new ActionBinder(theme, shop.keys, *this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Crema"));
    setWindowIcon(programIcon(theme));
    setMinimumSize(800, 600);
    // Before the frame: the page of the till has its action.
    auto *unreceipted = new UnreceiptedPresenter(shop.desk, shop.till, locale, this);
    makeFrame(clock, locale);
    m_binder->add({}, shop.shell.actions());
    shop.palette.addActions({}, shop.shell.actions());
    const QString till = m_plans.first().area.id;
    m_binder->add(till, shop.cartSteps.actions());
    shop.palette.addActions(till, shop.cartSteps.actions());
    m_binder->add({}, shop.drawer.actions());
    shop.palette.addActions({}, shop.drawer.actions());
    connect(&shop.drawer, &DrawerPresenter::closeWanted, this, [this] {
        auto *dialog =
            new CloseShiftDialog(m_theme, m_shop.drawer, m_shop.shiftReport, m_shop.till, m_shop.payments, this);
        dialog->open();
    });
    for (ActionList *list :
         {&shop.cash.actions(), &shop.giftCard.actions(), &shop.shiftReport.actions(), &shop.training.actions(),
          &shop.favourites.actions(), &shop.offCatalog.actions(), &shop.receiptMail.actions()}) {
        m_binder->add({}, *list);
        shop.palette.addActions({}, *list);
    }
    m_binder->add(till, unreceipted->actions());
    shop.palette.addActions(till, unreceipted->actions());
    connect(unreceipted, &UnreceiptedPresenter::asked, this,
            [this, unreceipted] { (new UnreceiptedDialog(m_theme, *unreceipted, this))->open(); });
    connect(&shop.cash, &CashMovementPresenter::wanted, this,
            [this] { (new CashDialog(m_theme, m_shop.cash, this))->open(); });
    connect(&shop.giftCard, &GiftCardPresenter::wanted, this, [this] {
        if (!findChild<GiftCardDialog *>())
            (new GiftCardDialog(m_theme, m_shop.giftCard, this))->open();
    });
    connect(&shop.receiptMail, &ReceiptMailPresenter::wanted, this,
            [this] { (new ReceiptMailDialog(m_theme, m_shop.receiptMail, this))->open(); });
    connect(&shop.offCatalog, &OffCatalogPresenter::wanted, this,
            [this] { (new OffCatalogDialog(m_theme, m_shop.offCatalog, this))->open(); });
    connect(&shop.favourites, &FavouritesPresenter::wanted, this,
            [this] { (new FavouritesDialog(m_theme, m_shop.favourites, this))->open(); });
    connect(&shop.shiftReport, &ShiftReportPresenter::wanted, this,
            [this] { (new ShiftReportDialog(m_theme, m_shop.shiftReport, this))->open(); });
    m_binder->add({}, shop.syncPanel.actions());
    shop.palette.addActions({}, shop.syncPanel.actions());
    connect(&shop.syncPanel, &SyncPanelPresenter::codeWanted, this, [this] {
        showSync();
        m_sync->askForCode();
    });
    m_binder->add({}, shop.attention.actions());
    shop.palette.addActions({}, shop.attention.actions());
    m_palette = new PaletteOverlay(theme, shop.palette, *this);
    new Toast(theme, shop.notices, *m_stack);
    // The filter installed last sees keys first: a scan is told from typing before any page hears of it.
    m_scanner = new ScannerFilter(clock, this);
    m_scanGate = new ScanGate(shop.lock, shop.till, this);
    connect(&shop.scanner, &ScannerPresenter::setupChanged, this, &MainWindow::followScanner);
    followScanner();
    connect(m_scanner, &ScannerFilter::scanned, this, &MainWindow::takeScan);
    connect(m_scanner, &ScannerFilter::cutOff, m_scanGate, &ScanGate::refusePart);
    m_binder->add({}, shop.lock.actions());
    shop.palette.addActions({}, shop.lock.actions());
    (new LockOverlay(theme, shop.lock, clock, this))->setTones(*m_tones);
    connect(&shop.approval, &ApprovalPresenter::askingChanged, this, [this] {
        if (!m_shop.approval.isAsking())
            return;
        // In front of the dialog that it was asked for, if any.
        QWidget *below = QApplication::activeModalWidget();
        (new ApprovalDialog(m_theme, m_shop.approval, below ? below : this))->open();
    });
    connect(&shop.display, &DisplayPresenter::placeChanged, this, &MainWindow::showDisplay);
    connectShell();
    new FocusRing(theme, this);
    resize(QSize(1366, 768).boundedTo(screen()->availableSize()));
    showAddress();
}

MainWindow::~MainWindow()
{
    hide();
}

void MainWindow::makeFrame(Clock &clock, const QLocale &locale)
{
    m_stack->setObjectName(QStringLiteral("pageArea"));
    m_middle->setSpacing(0);
    m_middle->addWidget(m_rail);
    auto *banner = new OfflineBanner(m_theme, m_shop.syncPanel);
    auto *pages = new QVBoxLayout;
    pages->setSpacing(0);
    pages->addWidget(new TrainingBanner(m_theme, m_shop.training));
    pages->addWidget(banner);
    pages->addWidget(m_stack, 1);
    m_middle->addLayout(pages, 1);
    connect(banner, &OfflineBanner::queueWanted, this, &MainWindow::showSync);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(m_middle, 1);
    column->addWidget(new StatusStrip(m_theme, m_shop.till, m_shop.printing));
    m_plans = planAreas(m_theme, m_shop, clock, locale);
    for (int row = 0; row < m_plans.size(); ++row)
        addArea(m_plans.at(row), row + 1);
    (void)page(m_plans.first().area.id); // scans of every page end at the till, and its key filter comes before theirs
}

void MainWindow::addArea(const AreaPlan &plan, int number)
{
    const AreaPage::Area &named = plan.area;
    // Numbers are for the work areas; what is about the program has keys that stay when an area is added.
    const QString key = named.key.isEmpty() ? QStringLiteral("Alt+%1").arg(number) : named.key;
    const AreaEntry entry{named.id, named.name, named.iconName, {key}, named.under};
    m_shop.shell.addArea(entry);
    if (named.isInRail)
        m_rail->addArea(entry);
    if (plan.actions) {
        m_binder->add(named.id, *plan.actions);
        m_shop.palette.addActions(named.id, *plan.actions);
    }
}

AreaPage *MainWindow::page(const QString &area)
{
    if (AreaPage *known = m_pages.value(area))
        return known;
    const auto plan =
        std::find_if(m_plans.cbegin(), m_plans.cend(), [&area](const AreaPlan &each) { return each.area.id == area; });
    if (plan == m_plans.cend())
        return nullptr;
    AreaPage *made = plan->make();
    m_stack->addWidget(made);
    m_pages.insert(area, made);
    made->setSizeClass(sizeClassOf(width()));
    if (auto *till = qobject_cast<TillPage *>(made)) {
        till->setTones(*m_tones);
        till->addMore(findChild<UnreceiptedPresenter *>()->actions(), QStringLiteral("till.comes-back"));
    } else if (auto *scanner = qobject_cast<ScannerPage *>(made)) {
        scanner->setTones(*m_tones);
        if (m_serial)
            scanner->setSerial(*m_serial);
    }
    connect(made, &AreaPage::placeChanged, this, [this, made, area] { m_shop.shell.moved({area, made->place()}); });
    return made;
}

QStringList MainWindow::areas() const
{
    QStringList ids;
    for (const AreaPlan &plan : m_plans)
        ids.append(plan.area.id);
    return ids;
}

AreaPage *MainWindow::front() const
{
    return static_cast<AreaPage *>(m_stack->currentWidget());
}

void MainWindow::connectShell()
{
    ShellPresenter &shell = m_shop.shell;
    connect(&shell, &ShellPresenter::addressChanged, this, &MainWindow::showAddress);
    connect(&shell, &ShellPresenter::keysWanted, this, &MainWindow::showKeys);
    auto *regions = new RegionCycle(this);
    for (QWidget *region : {static_cast<QWidget *>(m_header), static_cast<QWidget *>(m_rail)})
        region->setProperty("region", true);
    connect(&shell, &ShellPresenter::regionWanted, regions, &RegionCycle::go);
    connect(&shell, &ShellPresenter::paletteWanted, m_palette, &PaletteOverlay::open);
    connect(&shell, &ShellPresenter::syncWanted, this, [this] {
        if (m_sync && m_sync->isVisible())
            hideSync();
        else
            showSync();
    });
    connect(&shell, &ShellPresenter::fullScreenWanted, this,
            [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    connect(&shell, &ShellPresenter::quitWanted, this, &QWidget::close);
    connect(&m_shop.palette, &PalettePresenter::copyWanted, this,
            [](const QString &text) { QApplication::clipboard()->setText(text); });
    connect(m_header, &HeaderBar::railWanted, this, &MainWindow::showRail);
    const auto showAttention = [this] { m_rail->setAttention(static_cast<int>(m_shop.till.header().sync.attention)); };
    connect(&m_shop.till, &TillPresenter::headerChanged, this, showAttention);
    showAttention();
    const auto showPayments = [this] { m_rail->setPayments(m_shop.payments.holdingCount()); };
    connect(&m_shop.payments, &PaymentListPresenter::holdingChanged, this, showPayments);
    showPayments();
    const QString payments = PaymentsPage::area().id;
    connect(&m_shop.payments, &PaymentListPresenter::wanted, this, [this, payments] {
        m_shop.shell.go({payments, {}});
    });
    connect(&m_shop.payments, &PaymentListPresenter::saleWanted, this, [this](const QString &key) {
        m_shop.shell.go({SalesPage::area().id, key});
    });
    connect(&m_shop.customerHistory, &CustomerHistoryPresenter::saleWanted, this, [this](const QString &key) {
        m_shop.shell.go({SalesPage::area().id, key});
    });
    connect(&m_shop.till, &TillPresenter::modeChanged, this, [this] {
        if (m_sync)
            placeSync();
    });
    Action &ask = *m_shop.audit.actions().find(u"audit.refresh");
    const auto offerAudit = [&shell, &ask] {
        shell.actions().find(u"go.audit")->setDisabledReason(ask.disabledReason());
    };
    connect(&ask, &Action::changed, this, offerAudit);
    offerAudit();
    connect(new PressTimes(this), &PressTimes::pressed, &m_shop.till, &TillPresenter::notePress);
}

void MainWindow::showKeys()
{
    const auto plan = std::find_if(m_plans.cbegin(), m_plans.cend(), [this](const AreaPlan &each) {
        return each.area.id == m_shop.shell.address().area;
    });
    if (plan == m_plans.cend())
        return;
    QList<const ActionList *> lists{&m_shop.cash.actions(),        &m_shop.giftCard.actions(),
                                    &m_shop.shiftReport.actions(), &m_shop.drawer.actions(),
                                    &m_shop.training.actions(),    &m_shop.favourites.actions(),
                                    &m_shop.offCatalog.actions(),  &m_shop.receiptMail.actions(),
                                    &m_shop.lock.actions(),        &m_shop.shell.actions()};
    if (plan->area.id == m_plans.first().area.id)
        lists.prepend(&m_shop.cartSteps.actions());
    if (plan->actions)
        lists.prepend(plan->actions);
    if (!m_keys)
        m_keys = new KeyList(m_theme, this);
    m_keys->open(plan->area.name, lists, front()->otherKeys());
}

void MainWindow::showAddress()
{
    const PageAddress &address = m_shop.shell.address();
    const AreaPage *before = front();
    AreaPage *page = this->page(address.area);
    if (!page)
        return;
    const bool other = before != page;
    m_stack->setCurrentWidget(page);
    m_binder->setFront(address.area);
    if (page->place() != address.place)
        page->showPlace(address.place);
    if (other)
        page->arrive();
    if (m_sync)
        placeSync();
}

void MainWindow::followScanner()
{
    const ScannerSetup &setup = m_shop.scanner.setup();
    WedgeLimits limits;
    limits.prefix = setup.prefix;
    limits.suffix = setup.suffix.isEmpty() ? QChar() : setup.suffix.front();
    limits.maxMeanGapMs = setup.meanGapMs;
    limits.maxGapMs = setup.gapMs;
    m_scanner->setLimits(limits);
}

void MainWindow::followSerial(SerialScanner &serial)
{
    m_serial = &serial;
    connect(&serial, &SerialScanner::scanned, m_scanner, &ScannerFilter::takeCode);
    connect(&serial, &SerialScanner::refused, m_scanGate, &ScanGate::refuse);
    TillPresenter &till = m_shop.till;
    connect(&serial, &SerialScanner::lost, this, [&till](const Problem &problem) { till.say(problem); });
    connect(&serial, &SerialScanner::back, this, [&till, &serial] { till.say(Tone::Ok, serial.stateText()); });
    if (auto *made = qobject_cast<ScannerPage *>(m_pages.value(ScannerPage::area().id)))
        made->setSerial(serial);
}

void MainWindow::takeScan(const QString &code)
{
    // What is scanned while a bundle is put together goes into it.
    const auto *bundle = qobject_cast<BundleDialog *>(QApplication::activeModalWidget());
    if (bundle && !m_shop.lock.isCovering() && !badgeCodeIn(code)) {
        m_shop.lock.noteActivity();
        m_shop.catalog.detail().bundle().enter(code);
        return;
    }
    if (m_scanGate->keeps(code))
        return;
    if (m_palette->isVisible()) {
        m_palette->takeScan(code);
        return;
    }
    // A receipt that is shown opens its sale, wherever one is (ux.md 2.5).
    if (const auto receipt = ReceiptNumber::fromString(code.trimmed().toUpper())) {
        m_shop.shell.go({SalesPage::area().id, receipt->toString()});
        return;
    }
    if (front()->takeScan(code))
        return;
    const QString till = m_plans.first().area.id;
    m_shop.shell.go({till, {}});
    (void)page(till)->takeScan(code);
}

void MainWindow::showSync()
{
    if (!m_sync) {
        m_sync = new SyncPanel(m_theme, m_shop.syncPanel, m_shop.attention, m_shop.shell, this);
        connect(m_sync, &SyncPanel::widthChanged, this, &MainWindow::placeSync);
        connect(m_sync, &SyncPanel::closeRequested, this, &MainWindow::hideSync);
        m_sync->setSizeClass(sizeClassOf(width()));
    }
    placeSync();
    m_sync->show();
    m_sync->raise();
}

void MainWindow::hideSync()
{
    if (!m_sync || !m_sync->isVisible())
        return;
    const bool hadFocus = m_sync->isAncestorOf(QApplication::focusWidget());
    m_sync->hide();
    if (hadFocus)
        front()->arrive();
}

// Over the trailing edge of the page: it covers what is there and moves nothing. The cart stays in sight where there is
// room for both.
void MainWindow::placeSync()
{
    QRect page(mapFromGlobal(m_stack->mapToGlobal(QPoint(0, 0))), m_stack->size());
    const QRect free = front()->freeRect().translated(page.topLeft());
    if (m_sync->width() <= free.width())
        page = free;
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const int left = isMirrored ? page.left() : page.right() + 1 - m_sync->width();
    m_sync->setGeometry(left, page.top(), m_sync->width(), page.height());
}

void MainWindow::showRail()
{
    m_rail->showOver(QRect(mapFromGlobal(m_stack->mapToGlobal(QPoint(0, 0))), m_stack->size()));
}

void MainWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showDisplay(); // which screen is the other one is known now
}

// Most tills have none.
void MainWindow::showDisplay()
{
    if (m_display == nullptr && m_shop.display.place() == DisplayPlace::Off)
        return;
    if (m_display == nullptr)
        m_display = new DisplayWindow(m_theme, m_shop.display, this);
    m_display->showPlace();
}

void MainWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // A window that follows another one may become active after its page asked for the focus.
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && !isAncestorOf(QApplication::focusWidget()))
        front()->arrive();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_shop.shell.mayLeave([this] { close(); }))
        QWidget::closeEvent(event);
    else
        event->ignore();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void MainWindow::fit()
{
    const SizeClass size = sizeClassOf(width());
    // In a narrow window the rail lies over the page, outside of the layout.
    if (size == SizeClass::Compact)
        m_middle->removeWidget(m_rail);
    else if (m_middle->indexOf(m_rail) < 0)
        m_middle->insertWidget(0, m_rail);
    m_rail->setSizeClass(size);
    m_header->setSizeClass(size);
    for (AreaPage *page : std::as_const(m_pages))
        page->setSizeClass(size);
    if (m_sync) {
        m_sync->setSizeClass(size);
        placeSync();
    }
}

} // namespace crema::desktop
